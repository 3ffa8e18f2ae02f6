package fr.agora.jobs.copies;

import fr.agora.platform.messaging.ReplayFailed;
import fr.agora.platform.messaging.Replays;
import fr.agora.platform.messaging.Subscription;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fills the copies by replay: what was told before this service listened, or was lost. Each kind is asked for until its
 * owner has answered once.
 */
@Component
class CopyFilling {

    private static final Logger log = LoggerFactory.getLogger(CopyFilling.class);
    private static final String FILLED = "copies_filled";

    /** What is copied, and from whom. */
    private record Copied(String owner, String kind) {

        String id() {
            return owner + "/" + kind;
        }
    }

    private static final List<Copied> COPIED = List.of(
            new Copied("directory", "organization"),
            new Copied("directory", "mandate"),
            new Copied("directory", "talent"),
            new Copied("projects", "use-case"));

    private final Replays replays;
    private final List<Subscription> subscriptions;
    private final MongoTemplate store;
    private final Clock clock;
    private final Semaphore running = new Semaphore(1);

    CopyFilling(Replays replays, List<Subscription> subscriptions, MongoTemplate store, Clock clock) {
        this.replays = replays;
        this.subscriptions = subscriptions;
        this.store = store;
        this.clock = clock;
    }

    /** Asks for everything again, in the background; one that runs already does the same. */
    void rebuild() {
        store.remove(new Query(), FILLED);
        Thread.ofVirtual().name("copies").start(this::fill);
    }

    @Scheduled(
            fixedDelayString = "${agora.copies.filling:5m}",
            initialDelayString = "${agora.copies.first-filling:30s}")
    void fill() {
        if (!running.tryAcquire()) {
            return;
        }
        try {
            for (Copied copied : COPIED) {
                if (store.findById(copied.id(), Document.class, FILLED) == null) {
                    fill(copied);
                }
            }
        } catch (RuntimeException unavailable) {
            log.info("Copies wait to be filled cause={}", unavailable.getClass().getSimpleName());
        } finally {
            running.release();
        }
    }

    private void fill(Copied copied) {
        try {
            replays.request(
                    copied.owner(),
                    copied.kind(),
                    facts -> subscriptions.stream()
                            .filter(each -> each.owner().equals(copied.owner()))
                            .forEach(each -> each.handler().handle(facts)));
            store.save(new Document("_id", copied.id()).append("at", Date.from(clock.instant())), FILLED);
        } catch (ReplayFailed notNow) {
            // the owner or the broker is away: the next sweep asks again
            log.info("A copy waits for its owner copy={} cause=\"{}\"", copied.id(), notNow.getMessage());
        }
    }
}
