package fr.agora.search.rebuild;

import fr.agora.search.catalogue.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Filling the indices of some kinds again, one after the other. */
@Document("rebuilds")
class Rebuild {

    enum Status {
        RUNNING,
        COMPLETED,
        FAILED
    }

    @Id
    private final String id;

    private final String asked;
    private final Instant startedAt;
    private final List<Part> parts;
    private Status status = Status.RUNNING;
    private @Nullable Instant endedAt;

    Rebuild(String id, String asked, Instant startedAt, List<Part> parts) {
        this.id = id;
        this.asked = asked;
        this.startedAt = startedAt;
        this.parts = new ArrayList<>(parts);
    }

    static Rebuild of(String id, String asked, List<Kind> kinds, Instant now) {
        return new Rebuild(id, asked, now, kinds.stream().map(Part::waiting).toList());
    }

    String id() {
        return id;
    }

    /** A kind's code or {@code all}. */
    String asked() {
        return asked;
    }

    Instant startedAt() {
        return startedAt;
    }

    Status status() {
        return status;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    List<Kind> kinds() {
        return parts.stream().map(Part::kindOf).toList();
    }

    void tell(Part part) {
        parts.replaceAll(known -> known.kind().equals(part.kind()) ? part : known);
    }

    void end(Instant now) {
        status = parts.stream().allMatch(part -> part.status() == Status.COMPLETED) ? Status.COMPLETED : Status.FAILED;
        endedAt = now;
    }

    /**
     * What became of one kind.
     *
     * @param kind its code
     * @param index the index being filled, or filled
     * @param received facts the owner sent again
     * @param parked how many of them were unfit
     * @param cause why it failed
     */
    record Part(
            String kind,
            Status status,
            @Nullable String index,
            long received,
            long parked,
            @Nullable String cause) {

        static Part waiting(Kind kind) {
            return new Part(kind.code(), Status.RUNNING, null, 0, 0, null);
        }

        Kind kindOf() {
            return Kind.ofCode(kind).orElseThrow();
        }

        Part into(String name) {
            return new Part(kind, Status.RUNNING, name, 0, 0, null);
        }

        Part completed(long all, long unfit) {
            return new Part(kind, Status.COMPLETED, index, all, unfit, null);
        }

        Part failed(String reason) {
            return new Part(kind, Status.FAILED, index, received, parked, reason);
        }
    }
}
