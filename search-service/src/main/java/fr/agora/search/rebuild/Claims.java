package fr.agora.search.rebuild;

import fr.agora.search.catalogue.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Keeps two rebuilds off the same kind: one document a kind, held by whoever rebuilds it and shows signs of life. */
@Component
class Claims {

    private final MongoOperations store;
    private final Clock clock;

    Claims(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return whether the kind was free */
    boolean take(Kind kind, String rebuild) {
        try {
            store.insert(new Claim(kind.code(), rebuild, clock.instant()));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void release(Kind kind, String rebuild) {
        store.remove(held(kind, rebuild), Claim.class);
    }

    /** A sign of life. */
    void renew(String rebuild) {
        store.updateMulti(
                Query.query(Criteria.where("rebuild").is(rebuild)),
                Update.update("aliveAt", clock.instant()),
                Claim.class);
    }

    /** Those whose holder has been silent since. */
    List<Claim> silentSince(Instant moment) {
        return store.find(Query.query(Criteria.where("aliveAt").lt(moment)), Claim.class);
    }

    /** Takes a silent holder's claim over; one instance only succeeds. */
    boolean inherit(Claim claim) {
        var unchanged = Query.query(Criteria.where("_id")
                .is(claim.kind())
                .and("rebuild")
                .is(claim.rebuild())
                .and("aliveAt")
                .is(claim.aliveAt()));
        return store.updateFirst(unchanged, Update.update("aliveAt", clock.instant()), Claim.class)
                        .getModifiedCount()
                == 1;
    }

    private static Query held(Kind kind, String rebuild) {
        return Query.query(Criteria.where("_id").is(kind.code()).and("rebuild").is(rebuild));
    }

    /**
     * Who rebuilds a kind.
     *
     * @param kind its code
     * @param aliveAt last sign of life
     */
    @Document("rebuild_claims")
    record Claim(@Id String kind, String rebuild, Instant aliveAt) {

        Kind kindOf() {
            return Kind.ofCode(kind).orElseThrow();
        }
    }
}
