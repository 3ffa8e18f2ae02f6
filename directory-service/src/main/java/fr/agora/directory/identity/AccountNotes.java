package fr.agora.directory.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The notes on accounts, and up to when their changes were read. */
@Repository
class AccountNotes {

    private static final String CURSOR = "changes-read-to";
    private static final int MOST = 100;

    private final MongoTemplate store;
    private final Clock clock;

    AccountNotes(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<AccountNote> on(String accountId) {
        return Optional.ofNullable(store.findById(accountId, AccountNote.class));
    }

    void write(String accountId, AccountNote.Kind kind) {
        store.save(new AccountNote(accountId, kind, clock.instant()));
    }

    void forget(String accountId) {
        store.remove(new Query(where("_id").is(accountId)), AccountNote.class);
    }

    List<AccountNote> toRemove() {
        Query query = new Query(where("kind").is(AccountNote.Kind.TO_REMOVE))
                .limit(MOST)
                .cursorBatchSize(MOST);
        return store.find(query, AccountNote.class);
    }

    /** Empty before the first look. */
    Optional<Instant> readTo() {
        return Optional.ofNullable(store.findById(CURSOR, ReadTo.class)).map(ReadTo::moment);
    }

    void readTo(Instant moment) {
        store.save(new ReadTo(CURSOR, moment));
    }

    /** How far the changes were read. */
    @Document("account_reading")
    private record ReadTo(@Id String id, Instant moment) {}
}
