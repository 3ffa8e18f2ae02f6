package fr.agora.jobs.offer;

import fr.agora.jobs.offer.OfferStep.By;
import fr.agora.platform.messaging.Lease;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets offers expire after their last day, and files away what has been over for long; readers see neither of it late,
 * whenever this runs.
 */
@Component
class OfferClosing {

    /** Of all instances of the service, the one that holds it sweeps. */
    static final String WORK = "offer-closing";

    private static final Logger log = LoggerFactory.getLogger(OfferClosing.class);
    private static final int BATCH = 200;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Offers offers;
    private final OfferSettings settings;
    private final Lease lease;
    private final Clock clock;

    OfferClosing(Offers offers, OfferSettings settings, MongoDatabaseFactory databases, Clock clock) {
        this.offers = offers;
        this.settings = settings;
        this.lease = new Lease(databases, WORK, LEASE, clock);
        this.clock = clock;
    }

    /** At most one batch of each: what is left waits for the next time, so that the outbox is never flooded. */
    @Scheduled(fixedDelayString = "${agora.jobs.closing:1m}", initialDelayString = "${agora.jobs.closing:1m}")
    void sweep() {
        if (!lease.hold()) {
            return;
        }
        int expired = each(offers.over(BATCH), offer -> offer.expire(clock));
        int filed = each(
                offers.closedBefore(clock.instant().minus(settings.archiveAfter()), BATCH),
                offer -> offer.archive(By.CALENDAR, clock));
        if (expired + filed > 0) {
            log.info("Offers were closed after their last day expired={} archived={}", expired, filed);
        }
    }

    private int each(List<Offer> batch, Consumer<Offer> change) {
        int done = 0;
        for (Offer offer : batch) {
            try {
                change.accept(offer);
                offers.save(offer);
                done++;
            } catch (OptimisticLockingFailureException editedMeanwhile) {
                log.debug("An offer was edited while it was being closed, next time id={}", offer.id());
            }
        }
        return done;
    }
}
