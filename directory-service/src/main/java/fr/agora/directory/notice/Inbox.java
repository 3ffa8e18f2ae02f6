package fr.agora.directory.notice;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Everybody's notices; each reads their own. */
@Repository
public class Inbox {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("at"), Sort.Order.asc("_id"));
    private static final int BATCH = 200;

    private final MongoTemplate store;
    private final Clock clock;

    Inbox(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The notice as it is kept: as it came first. */
    InboxNotice keep(InboxNotice notice) {
        try {
            return store.insert(notice);
        } catch (DuplicateKeyException told) {
            InboxNotice known = store.findById(notice.id(), InboxNotice.class);
            return known == null ? notice : known;
        }
    }

    /** The newest first. */
    public Slice<InboxNotice> list(String accountId, Paging paging) {
        List<Criteria> all = new ArrayList<>(List.of(where("accountId").is(accountId)));
        paging.after(2).ifPresent(after -> all.add(afterKey(after)));
        Query query = new Query(new Criteria().andOperator(all))
                .with(NEWEST_FIRST)
                .limit(paging.size() + 1)
                .cursorBatchSize(paging.size() + 1);
        return Slice.of(
                store.find(query, InboxNotice.class),
                paging.size(),
                notice -> Cursor.of(notice.at().toString(), notice.id()));
    }

    private static Criteria afterKey(Cursor after) {
        try {
            Instant at = Instant.parse(after.keys().get(0));
            return new Criteria()
                    .orOperator(
                            where("at").lt(at),
                            new Criteria()
                                    .andOperator(
                                            where("at").is(at),
                                            where("_id").gt(after.keys().get(1))));
        } catch (DateTimeException notOurs) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
    }

    /** How many wait to be read, counted no further than a hundred. */
    public long unread(String accountId) {
        return store.count(
                new Query(where("accountId").is(accountId).and("unread").is(true)).limit(100), InboxNotice.class);
    }

    /** Marks it read; empty for one that is not there or somebody else's. */
    Optional<InboxNotice> open(String accountId, String id) {
        Optional<InboxNotice> found = Optional.ofNullable(store.findById(id, InboxNotice.class))
                .filter(notice -> notice.accountId().equals(accountId));
        found.ifPresent(notice -> store.updateFirst(
                new Query(where("_id").is(id)), new Update().set("unread", false), InboxNotice.class));
        return found;
    }

    void readAll(String accountId) {
        store.updateMulti(
                new Query(where("accountId").is(accountId).and("unread").is(true)),
                new Update().set("unread", false),
                InboxNotice.class);
    }

    /** Those of one account whose digest is due, the oldest first, at most so many; empty when no digest is due. */
    List<InboxNotice> dueDigest(int most) {
        Query next = new Query(where("digestDue").lte(clock.instant()))
                .with(Sort.by("digestDue", "accountId"))
                .limit(1)
                .cursorBatchSize(1);
        return store.find(next, InboxNotice.class).stream()
                .flatMap(first -> store
                        .find(
                                new Query(where("digestDue")
                                                .lte(clock.instant())
                                                .and("accountId")
                                                .is(first.accountId()))
                                        .with(Sort.by("at", "_id"))
                                        .limit(most)
                                        .cursorBatchSize(most),
                                InboxNotice.class)
                        .stream())
                .toList();
    }

    void digested(List<InboxNotice> notices) {
        store.updateMulti(
                new Query(where("_id").in(notices.stream().map(InboxNotice::id).toList())),
                new Update().unset("digestDue"),
                InboxNotice.class);
    }

    void forgetBefore(Duration age) {
        store.remove(new Query(where("at").lt(clock.instant().minus(age))), InboxNotice.class);
    }

    /** All of one account, in bounded steps. */
    public void eachOf(String accountId, Consumer<InboxNotice> action) {
        String last = "";
        List<InboxNotice> found;
        do {
            found = store.find(
                    new Query(where("accountId").is(accountId).and("_id").gt(last))
                            .with(Sort.by("_id"))
                            .limit(BATCH)
                            .cursorBatchSize(BATCH),
                    InboxNotice.class);
            found.forEach(action);
            last = found.isEmpty() ? last : found.getLast().id();
        } while (found.size() == BATCH);
    }

    /** Of somebody who asked to be forgotten. */
    public void forget(String accountId) {
        store.remove(new Query(where("accountId").is(accountId)), InboxNotice.class);
    }
}
