package fr.agora.directory.moderation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Every case. */
@Repository
class ModerationCases {

    private static final int BATCH = 100;

    private final MongoTemplate store;

    ModerationCases(MongoTemplate store) {
        this.store = store;
        // known from the start: the relay asks which documents have an outbox
        store.getConverter().getMappingContext().getPersistentEntity(ModerationCase.class);
    }

    Optional<ModerationCase> find(String id) {
        return Optional.ofNullable(store.findById(id, ModerationCase.class));
    }

    /** The case reports of an item join. */
    Optional<ModerationCase> joined(Item item) {
        return Optional.ofNullable(store.findOne(new Query(where("openKey").is(item.key())), ModerationCase.class));
    }

    /** Whether a report was ever taken: facts come twice. */
    boolean knows(String reportId) {
        return store.exists(new Query(where("reports.reportId").is(reportId)), ModerationCase.class);
    }

    ModerationCase save(ModerationCase changed) {
        return store.save(changed);
    }

    /** What waits, the longest waiting first; what is closed, the latest first. */
    Slice<ModerationCase> list(ModerationCase.State state, Paging paging) {
        boolean oldestFirst = state == ModerationCase.State.OPEN;
        Sort.Direction order = oldestFirst ? Sort.Direction.ASC : Sort.Direction.DESC;
        List<Criteria> all = new ArrayList<>(List.of(where("state").is(state)));
        paging.after(2).ifPresent(after -> all.add(afterKey(after, oldestFirst)));
        Query query = new Query(new Criteria().andOperator(all))
                .with(Sort.by(order, "since", "_id"))
                .limit(paging.size() + 1)
                .cursorBatchSize(paging.size() + 1);
        return Slice.of(
                store.find(query, ModerationCase.class),
                paging.size(),
                each -> Cursor.of(each.since().toString(), each.id()));
    }

    private static Criteria afterKey(Cursor after, boolean oldestFirst) {
        try {
            Instant at = Instant.parse(after.keys().get(0));
            String id = after.keys().get(1);
            Criteria same = where("since").is(at);
            return new Criteria()
                    .orOperator(
                            oldestFirst ? where("since").gt(at) : where("since").lt(at),
                            new Criteria()
                                    .andOperator(
                                            same,
                                            oldestFirst
                                                    ? where("_id").gt(id)
                                                    : where("_id").lt(id)));
        } catch (DateTimeException notOurs) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
    }

    /** Some of those whose last change has consequences yet to come. */
    List<ModerationCase> unsettled() {
        return store.find(
                new Query(where("unsettled").exists(true)).limit(BATCH).cursorBatchSize(BATCH), ModerationCase.class);
    }

    /** Unless it changed again meanwhile; not a save, which the relay may have overtaken. */
    void settled(ModerationCase settled) {
        store.updateFirst(
                new Query(where("_id")
                        .is(settled.id())
                        .and("state")
                        .is(settled.state())
                        .and("steps")
                        .size(settled.steps().size())),
                new Update().unset("unsettled"),
                ModerationCase.class);
    }

    /** Those an account had to do with, in bounded steps; one may come twice. */
    void eachOf(String account, Consumer<ModerationCase> action) {
        each(where("reports.by").is(account), action);
        each(where("author").is(account), action);
        each(where("steps.by").is(account), action);
    }

    void eachReportedBy(String account, Consumer<ModerationCase> action) {
        each(where("reports.by").is(account), action);
    }

    void eachAbout(String itemId, Consumer<ModerationCase> action) {
        each(where("item.itemId").is(itemId), action);
    }

    private void each(Criteria which, Consumer<ModerationCase> action) {
        String last = "";
        List<ModerationCase> found;
        do {
            found = store.find(
                    new Query(new Criteria().andOperator(which, where("_id").gt(last)))
                            .with(Sort.by("_id"))
                            .limit(BATCH)
                            .cursorBatchSize(BATCH),
                    ModerationCase.class);
            found.forEach(action);
            last = found.isEmpty() ? last : found.getLast().id();
        } while (found.size() == BATCH);
    }

    void forgetClosedBefore(Instant moment) {
        store.remove(
                new Query(where("state")
                        .is(ModerationCase.State.CLOSED)
                        .and("since")
                        .lt(moment)
                        .and("outbox")
                        .size(0)),
                ModerationCase.class);
    }
}
