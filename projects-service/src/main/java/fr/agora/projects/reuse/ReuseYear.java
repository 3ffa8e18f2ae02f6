package fr.agora.projects.reuse;

import fr.agora.platform.messaging.Lease;
import fr.agora.projects.usecase.Recognising;
import fr.agora.projects.usecase.UseCases;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks again for what was confirmed a year ago and ends what nobody answered for. Every reuse carries its own day, so
 * that a sweep interrupted or missed is made up for by the next.
 */
@Component
public class ReuseYear {

    private static final Logger LOG = LoggerFactory.getLogger(ReuseYear.class);
    private static final int BATCH = 100;
    /** More waits for the next sweep: one never holds the service for long. */
    private static final int MOST_BATCHES = 50;

    private final Reuses reuses;
    private final ReuseNotices notices;
    private final Recognising recognising;
    private final Lease lease;
    private final Clock clock;

    ReuseYear(
            Reuses reuses, ReuseNotices notices, Recognising recognising, MongoDatabaseFactory databases, Clock clock) {
        this.reuses = reuses;
        this.notices = notices;
        this.recognising = recognising;
        // a lease runs on the machine's time: a test that moves the service's clock must not give it away
        this.lease = new Lease(databases, "reuse-year", Duration.ofMinutes(10), Clock.systemUTC());
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
    void regularly() {
        if (lease.hold()) {
            sweep();
        }
    }

    /** One sweep: what is due today, and the counts a crash left undone. */
    public void sweep() {
        recognising.finishAbandoned();
        int expired = each(ReuseState.TO_RECONFIRM, reuse -> {
            reuse.expire(clock);
            notices.expired(reuse);
        });
        int asked = each(ReuseState.CONFIRMED, reuse -> {
            reuse.askAgain(clock);
            notices.toReconfirm(reuse);
        });
        if (expired + asked > 0) {
            LOG.info("Reuses reached their day asked={} expired={}", asked, expired);
        }
    }

    private int each(ReuseState state, Consumer<Reuse> change) {
        LocalDate today = LocalDate.now(clock);
        int changed = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            List<Reuse> due = reuses.due(state, today, BATCH);
            for (Reuse each : due) {
                recognising.changing(each.useCaseId(), () -> change(each.id(), state, change));
                changed++;
            }
            if (due.size() < BATCH) {
                break;
            }
        }
        return changed;
    }

    private String change(String id, ReuseState state, Consumer<Reuse> change) {
        return UseCases.withoutCollision(() -> {
            // somebody may have confirmed it since the batch was read
            reuses.find(id).filter(reuse -> reuse.state() == state).ifPresent(reuse -> {
                change.accept(reuse);
                reuses.save(reuse);
            });
            return id;
        });
    }
}
