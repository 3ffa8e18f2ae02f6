package fr.agora.directory.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.directory.mail.Mail.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Every letter, with the one step that keeps two instances from sending the same. */
@Repository
class MailStore {

    private static final List<State> DONE = List.of(State.SENT, State.UNCERTAIN, State.FAILED);

    private final MongoTemplate store;
    private final Clock clock;

    MailStore(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** False when it was taken before. */
    boolean post(Letter letter) {
        try {
            store.insert(Mail.posted(letter, clock.instant()));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    List<Mail> due(int most) {
        return store.find(
                new Query(where("state").is(State.WAITING).and("dueAt").lte(clock.instant()))
                        .with(Sort.by("dueAt", "_id"))
                        .limit(most)
                        .cursorBatchSize(most),
                Mail.class);
    }

    /** Takes the letter for this instance alone; empty when another was quicker. */
    Optional<Mail> claim(Mail mail) {
        return Optional.ofNullable(store.findAndModify(
                new Query(where("_id").is(mail.id()).and("state").is(State.WAITING)),
                new Update()
                        .set("state", State.CLAIMED)
                        .set("claimedAt", clock.instant())
                        .inc("attempts", 1),
                FindAndModifyOptions.options().returnNew(true),
                Mail.class));
    }

    /** Ends its way and erases its words. */
    void end(Mail mail, State state) {
        store.updateFirst(
                new Query(where("_id").is(mail.id())),
                new Update()
                        .set("state", state)
                        .set("doneAt", clock.instant())
                        .unset("letter")
                        .unset("claimedAt"),
                Mail.class);
    }

    void waitUntil(Mail mail, Instant due) {
        store.updateFirst(
                new Query(where("_id").is(mail.id())),
                new Update().set("state", State.WAITING).set("dueAt", due).unset("claimedAt"),
                Mail.class);
    }

    /** Those whose sender has not been heard of for so long; how many there were. */
    long abandon(Duration silence) {
        return store.updateMulti(
                        new Query(where("state")
                                .is(State.CLAIMED)
                                .and("claimedAt")
                                .lt(clock.instant().minus(silence))),
                        new Update()
                                .set("state", State.UNCERTAIN)
                                .set("doneAt", clock.instant())
                                .unset("letter")
                                .unset("claimedAt"),
                        Mail.class)
                .getModifiedCount();
    }

    /** The address of an account became known: what waits for it leaves now. */
    void reachable(String accountId) {
        store.updateMulti(
                new Query(where("receiver").is(accountId).and("state").is(State.WAITING)),
                new Update().set("dueAt", clock.instant()),
                Mail.class);
    }

    /** The ids of letters long done keep nothing from being sent twice any more. */
    void forgetDone(Duration after) {
        store.remove(
                new Query(
                        where("state").in(DONE).and("doneAt").lt(clock.instant().minus(after))),
                Mail.class);
    }

    void forget(String accountId) {
        store.remove(new Query(where("receiver").is(accountId)), Mail.class);
    }

    Optional<Mail> find(String id) {
        return Optional.ofNullable(store.findById(id, Mail.class));
    }
}
