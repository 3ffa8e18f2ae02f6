package fr.agora.search.rebuild;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Keeps two rebuilds off each other: one document, held by whoever rebuilds and shows signs of life. */
@Component
class Claims {

    private static final String NAME = "catalogue";

    private final MongoOperations store;
    private final Clock clock;

    Claims(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return whether no other was at work */
    boolean take(String rebuild) {
        try {
            store.insert(Claim.of(rebuild, clock.instant()));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void release(String rebuild) {
        store.remove(Query.query(Criteria.where("_id").is(NAME).and("rebuild").is(rebuild)), Claim.class);
    }

    /** A sign of life. */
    void renew(String rebuild) {
        store.updateMulti(
                Query.query(Criteria.where("rebuild").is(rebuild)),
                Update.update("aliveAt", clock.instant()),
                Claim.class);
    }

    /** The one whose holder has been silent since, if any. */
    Optional<Claim> silentSince(Instant moment) {
        var silent = Query.query(Criteria.where("_id").is(NAME).and("aliveAt").lt(moment));
        return Optional.ofNullable(store.findOne(silent, Claim.class));
    }

    /** Takes a silent holder's claim over; one instance only succeeds. */
    boolean inherit(Claim claim) {
        var unchanged = Query.query(Criteria.where("_id")
                .is(claim.name())
                .and("rebuild")
                .is(claim.rebuild())
                .and("aliveAt")
                .is(claim.aliveAt()));
        return store.updateFirst(unchanged, Update.update("aliveAt", clock.instant()), Claim.class)
                        .getModifiedCount()
                == 1;
    }

    /**
     * Who rebuilds.
     *
     * @param aliveAt last sign of life
     */
    @Document("rebuild_claims")
    record Claim(@Id String name, String rebuild, Instant aliveAt) {

        static Claim of(String rebuild, Instant aliveAt) {
            return new Claim(NAME, rebuild, aliveAt);
        }
    }
}
