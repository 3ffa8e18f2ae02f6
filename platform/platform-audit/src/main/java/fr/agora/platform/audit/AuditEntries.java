package fr.agora.platform.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Every entry that is kept. */
final class AuditEntries {

    private static final int BATCH = 500;
    private static final int STEP = 16;
    private static final int STEPS = 4;
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("_id"));
    private static final Sort IN_ORDER = Sort.by("_id");

    private final MongoTemplate store;

    AuditEntries(MongoTemplate store) {
        this.store = store;
    }

    void insert(AuditEntry entry) {
        store.insert(entry);
    }

    Optional<AuditEntry> find(long number) {
        return Optional.ofNullable(store.findById(number, AuditEntry.class));
    }

    @Nullable
    AuditEntry newest() {
        return first(where("_id").gt(0L), NEWEST_FIRST);
    }

    /**
     * The newest, from one that is known. A few numbers are asked for by themselves, which any store finds at once; only
     * where more have come since is it looked for among all.
     */
    AuditEntry newestFrom(AuditEntry known) {
        AuditEntry newest = known;
        for (int step = 0; step < STEPS; step++) {
            List<Long> next = LongStream.rangeClosed(newest.number() + 1, newest.number() + STEP)
                    .boxed()
                    .toList();
            List<AuditEntry> found =
                    store.find(new Query(where("_id").in(next)).with(IN_ORDER).cursorBatchSize(STEP), AuditEntry.class);
            if (!found.isEmpty()) {
                newest = found.getLast();
            }
            if (found.size() < STEP) {
                return newest;
            }
        }
        return Objects.requireNonNull(newest());
    }

    @Nullable
    AuditEntry oldest() {
        return first(where("_id").gt(0L), IN_ORDER);
    }

    @Nullable
    AuditEntry newestCheckpoint() {
        return first(where("kind").is(EntryKind.CHECKPOINT), NEWEST_FIRST);
    }

    private @Nullable AuditEntry first(
            org.springframework.data.mongodb.core.query.CriteriaDefinition which, Sort order) {
        return store.findOne(new Query(which).with(order).limit(1).cursorBatchSize(1), AuditEntry.class);
    }

    /** The newest first. */
    Slice<AuditEntry> list(AuditQuestion question, Paging paging) {
        Query query = new Query(question.criteria(paging.after(1)))
                .with(NEWEST_FIRST)
                .limit(paging.size() + 1)
                .cursorBatchSize(paging.size() + 1);
        return Slice.of(
                store.find(query, AuditEntry.class), paging.size(), entry -> Cursor.of(Long.toString(entry.number())));
    }

    /** All that answer a question, the newest first, never all in memory. */
    void each(AuditQuestion question, Consumer<AuditEntry> sink) {
        Query query = new Query(question.criteria(Optional.empty()))
                .with(NEWEST_FIRST)
                .cursorBatchSize(BATCH);
        try (Stream<AuditEntry> found = store.stream(query, AuditEntry.class)) {
            found.forEach(sink);
        }
    }

    /** Some that follow a number, in order. */
    List<AuditEntry> after(long number, int most) {
        return store.find(
                new Query(where("_id").gt(number)).with(IN_ORDER).limit(most).cursorBatchSize(most), AuditEntry.class);
    }

    /** In order, from a number on, never all in memory; the caller closes. */
    Stream<AuditEntry> from(long number) {
        return store.stream(
                new Query(where("_id").gte(number)).with(IN_ORDER).cursorBatchSize(BATCH), AuditEntry.class);
    }

    void removeUpTo(long number) {
        store.remove(new Query(where("_id").lte(number)), AuditEntry.class);
    }
}
