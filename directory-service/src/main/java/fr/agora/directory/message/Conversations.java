package fr.agora.directory.message;

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

/** Every conversation; who may read one is asked elsewhere. */
@Repository
class Conversations {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("lastAt"), Sort.Order.asc("_id"));
    private static final int BATCH = 100;

    private final MongoTemplate store;

    Conversations(MongoTemplate store) {
        this.store = store;
    }

    Optional<Conversation> find(String id) {
        return Optional.ofNullable(store.findById(id, Conversation.class));
    }

    Conversation save(Conversation conversation) {
        return store.save(conversation);
    }

    Slice<Conversation> list(Box box, String accountId, Paging paging) {
        return page(
                switch (box) {
                    case RECEIVED -> where("receivers").is(accountId);
                    case SENT -> where("sender.accountId").is(accountId);
                },
                paging);
    }

    Slice<Conversation> reported(Paging paging) {
        return page(where("reported").is(true), paging);
    }

    private Slice<Conversation> page(Criteria which, Paging paging) {
        List<Criteria> all = new ArrayList<>(List.of(which));
        paging.after(2).ifPresent(after -> all.add(afterKey(after)));
        Query query = new Query(new Criteria().andOperator(all))
                .with(NEWEST_FIRST)
                .limit(paging.size() + 1)
                .cursorBatchSize(paging.size() + 1);
        return Slice.of(
                store.find(query, Conversation.class),
                paging.size(),
                each -> Cursor.of(each.lastAt().toString(), each.id()));
    }

    private static Criteria afterKey(Cursor after) {
        try {
            Instant at = Instant.parse(after.keys().get(0));
            return new Criteria()
                    .orOperator(
                            where("lastAt").lt(at),
                            new Criteria()
                                    .andOperator(
                                            where("lastAt").is(at),
                                            where("_id").gt(after.keys().get(1))));
        } catch (DateTimeException notOurs) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
    }

    /** How many have something new for the account, counted no further than a hundred. */
    long unread(String accountId) {
        return store.count(new Query(where("unreadBy").is(accountId)).limit(100), Conversation.class);
    }

    /** Without touching the rest: reading must not collide with an answer written at the same moment. */
    void read(String id, String accountId) {
        store.updateFirst(new Query(where("_id").is(id)), new Update().pull("unreadBy", accountId), Conversation.class);
    }

    List<Conversation> withUntold() {
        return store.find(
                new Query(where("untold").exists(true)).limit(BATCH).cursorBatchSize(BATCH), Conversation.class);
    }

    /** Unless it changed again meanwhile. */
    void allTold(Conversation conversation) {
        store.updateFirst(
                new Query(where("_id")
                        .is(conversation.id())
                        .and("untold")
                        .size(conversation.untold().size())),
                new Update().unset("untold"),
                Conversation.class);
    }

    /** All an account takes part in, in bounded steps. */
    void eachOf(String accountId, Consumer<Conversation> action) {
        each(where("receivers").is(accountId), action);
        each(where("sender.accountId").is(accountId), action);
    }

    private void each(Criteria which, Consumer<Conversation> action) {
        String last = "";
        List<Conversation> found;
        do {
            found = store.find(
                    new Query(new Criteria().andOperator(which, where("_id").gt(last)))
                            .with(Sort.by("_id"))
                            .limit(BATCH)
                            .cursorBatchSize(BATCH),
                    Conversation.class);
            found.forEach(action);
            last = found.isEmpty() ? last : found.getLast().id();
        } while (found.size() == BATCH);
    }

    void forgetQuietBefore(Instant moment) {
        store.remove(new Query(where("lastAt").lt(moment).and("reported").exists(false)), Conversation.class);
    }

    void delete(Conversation conversation) {
        store.remove(new Query(where("_id").is(conversation.id())), Conversation.class);
    }
}
