package fr.agora.platform.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Lets one instance of a service do the regular work of all; two holders at once would only do it twice. */
public final class Lease {

    private final String holder = UUID.randomUUID().toString();
    private final MongoDatabaseFactory databases;
    private final String work;
    private final Duration duration;
    private final Clock clock;

    /**
     * A lease this instance may take.
     *
     * @param work name of the work, one holder each
     * @param duration after which another instance may take it, should this one die with it
     */
    public Lease(MongoDatabaseFactory databases, String work, Duration duration, Clock clock) {
        this.databases = databases;
        this.work = work;
        this.duration = duration;
        this.clock = clock;
    }

    /** Takes or prolongs it; false while another instance has it. */
    public boolean hold() {
        var now = clock.instant();
        // nobody takes one for longer: this end comes from a clock that has been put right since
        var unbelievable = now.plus(duration.multipliedBy(2));
        try {
            databases
                    .getMongoDatabase()
                    .getCollection("leases")
                    .updateOne(
                            Filters.and(
                                    Filters.eq("_id", work),
                                    Filters.or(
                                            Filters.eq("holder", holder),
                                            Filters.lt("until", Date.from(now)),
                                            Filters.gt("until", Date.from(unbelievable)))),
                            Updates.combine(
                                    Updates.set("holder", holder), Updates.set("until", Date.from(now.plus(duration)))),
                            new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            // the filter matched nothing and the id is taken: somebody else's lease still runs
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Lets another instance have it at once. */
    public void giveUp() {
        databases
                .getMongoDatabase()
                .getCollection("leases")
                .deleteOne(Filters.and(Filters.eq("_id", work), Filters.eq("holder", holder)));
    }
}
