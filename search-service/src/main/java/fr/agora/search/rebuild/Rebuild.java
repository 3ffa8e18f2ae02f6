package fr.agora.search.rebuild;

import fr.agora.search.catalogue.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Filling an index again, with one kind after the other. */
@Document("rebuilds")
class Rebuild {

    enum Status {
        RUNNING,
        COMPLETED,
        FAILED
    }

    @Id
    private final String id;

    private final Instant startedAt;
    private final List<Part> parts;
    private Status status = Status.RUNNING;
    private @Nullable String index;
    private @Nullable Instant endedAt;

    Rebuild(String id, Instant startedAt, List<Part> parts) {
        this.id = id;
        this.startedAt = startedAt;
        this.parts = new ArrayList<>(parts);
    }

    static Rebuild of(String id, Instant now) {
        return new Rebuild(
                id, now, Arrays.stream(Kind.values()).map(Part::waiting).toList());
    }

    String id() {
        return id;
    }

    Instant startedAt() {
        return startedAt;
    }

    Status status() {
        return status;
    }

    /** The one being filled, or filled. */
    @Nullable
    String index() {
        return index;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** From the beginning, into this index. */
    void fill(String name) {
        index = name;
        parts.replaceAll(part -> Part.waiting(part.kindOf()));
    }

    void tell(Part part) {
        parts.replaceAll(known -> known.kind().equals(part.kind()) ? part : known);
    }

    void complete(Instant now) {
        status = Status.COMPLETED;
        endedAt = now;
    }

    /** What was not filled yet has failed, all for one reason. */
    void fail(String reason, Instant now) {
        parts.replaceAll(part -> part.status() == Status.RUNNING ? part.failed(reason) : part);
        status = Status.FAILED;
        endedAt = now;
    }

    /**
     * What became of one kind.
     *
     * @param kind its code
     * @param received facts the owner sent again
     * @param parked how many of them were unfit
     * @param cause why it failed
     */
    record Part(
            String kind,
            Status status,
            long received,
            long parked,
            @Nullable String cause) {

        static Part waiting(Kind kind) {
            return new Part(kind.code(), Status.RUNNING, 0, 0, null);
        }

        static Part completed(Kind kind, long all, long unfit) {
            return new Part(kind.code(), Status.COMPLETED, all, unfit, null);
        }

        private Kind kindOf() {
            return Kind.ofCode(kind).orElseThrow();
        }

        private Part failed(String reason) {
            return new Part(kind, Status.FAILED, received, parked, reason);
        }
    }
}
