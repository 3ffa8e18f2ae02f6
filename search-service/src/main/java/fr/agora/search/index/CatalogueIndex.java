package fr.agora.search.index;

import fr.agora.search.catalogue.Change;
import fr.agora.search.catalogue.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;
import org.springframework.stereotype.Component;

/** Takes changes in, keeping the highest revision of each entry. */
@Component
public final class CatalogueIndex {

    private final Engine engine;
    private final Indices indices;
    private final Preparation preparation;
    private final MeterRegistry metrics;
    private final Timer writes;
    private final AtomicLong organizations = new AtomicLong();

    CatalogueIndex(Engine engine, Indices indices, Preparation preparation, MeterRegistry metrics) {
        this.engine = engine;
        this.indices = indices;
        this.preparation = preparation;
        this.metrics = metrics;
        this.writes = metrics.timer("agora.index.writes");
    }

    /**
     * Writes a batch in one request, findable once this returns.
     *
     * @return what will never be taken; everything else is in
     * @throws IndexUnavailable when the whole batch must come again
     */
    public List<Refused> take(List<Change> changes) {
        if (!preparation.isReady()) {
            throw new IndexUnavailable("The index is not ready yet");
        }
        var operations = new ArrayList<BulkOperation>();
        var targets = indices.targets();
        for (var change : highest(changes)) {
            targets.forEach(target -> operations.add(operation(change, target)));
        }
        var refused = write(operations, Refresh.True);
        if (changes.stream().anyMatch(change -> change.kind() == Kind.ORGANIZATION)) {
            organizations.incrementAndGet();
        }
        return refused;
    }

    /** Grows whenever this instance takes something of an organisation in. */
    public long organizationChanges() {
        return organizations.get();
    }

    /** Writes into one index only, findable at its next refresh: for a rebuild. */
    public List<Refused> fill(String index, List<Change> changes) {
        return write(
                highest(changes).stream()
                        .map(change -> operation(change, index))
                        .toList(),
                Refresh.False);
    }

    /** Those of the changes that the index lacks or holds an older revision of. */
    public List<Change> olderThan(List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        var ids = changes.stream().map(Change::documentId).toList();
        var name = indices.searched().getFirst();
        var answer = engine.manage("POST", "/" + name + "/_mget?_source_includes=revision", Map.of("ids", ids))
                .orThrow();
        var known = new HashMap<String, Long>();
        answer.body().path("docs").forEach(document -> {
            if (document.path("found").asBoolean(false)) {
                known.put(
                        document.path("_id").asString(),
                        document.at("/_source/revision").asLong());
            }
        });
        return changes.stream()
                .filter(change -> known.getOrDefault(change.documentId(), -1L) < change.revision())
                .toList();
    }

    private static Collection<Change> highest(List<Change> changes) {
        Map<String, Change> highest = new LinkedHashMap<>();
        for (var change : changes) {
            highest.merge(
                    change.documentId(), change, (one, other) -> other.revision() >= one.revision() ? other : one);
        }
        return highest.values();
    }

    private static BulkOperation operation(Change change, String index) {
        return BulkOperation.of(bulk -> bulk.index(write -> write.index(index)
                .id(change.documentId())
                .version(change.revision())
                // the same revision again is the same content: writing it twice heals, and never harms
                .versionType(VersionType.ExternalGte)
                .document(change.document())));
    }

    private List<Refused> write(List<BulkOperation> operations, Refresh refresh) {
        if (operations.isEmpty()) {
            return List.of();
        }
        var request = BulkRequest.of(bulk -> bulk.operations(operations).refresh(refresh));
        var response = writes.record(() -> engine.write(client -> client.bulk(request)));
        var refused = new ArrayList<Refused>();
        for (var item : java.util.Objects.requireNonNull(response).items()) {
            switch (outcome(item)) {
                case TAKEN, KNOWN -> {}
                case GONE -> {
                    preparation.again();
                    throw new IndexUnavailable("The index was gone: " + item.index());
                }
                case BUSY ->
                    throw new IndexUnavailable("The index answers %d for %s".formatted(item.status(), item.id()));
                case REFUSED -> refused.add(new Refused(item.index() + "/" + item.id(), reason(item)));
            }
        }
        return refused;
    }

    private Outcome outcome(BulkResponseItem item) {
        var outcome = Outcome.of(item.status());
        metrics.counter("agora.index.documents", "result", outcome.name().toLowerCase(java.util.Locale.ROOT))
                .increment();
        return outcome;
    }

    private static String reason(BulkResponseItem item) {
        var error = item.error();
        return error == null ? "status " + item.status() : error.type();
    }

    private enum Outcome {
        TAKEN,
        /** The index holds a newer revision already. */
        KNOWN,
        GONE,
        BUSY,
        REFUSED;

        static Outcome of(int status) {
            if (status < 300) {
                return TAKEN;
            }
            return switch (status) {
                case 409 -> KNOWN;
                case 404 -> GONE;
                default -> Engine.isPassing(status) ? BUSY : REFUSED;
            };
        }
    }
}
