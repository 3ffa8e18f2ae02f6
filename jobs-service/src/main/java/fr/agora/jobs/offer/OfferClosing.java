package fr.agora.jobs.offer;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Withdraws offers after their last day; readers do not see them from midnight on, whenever this runs. */
@Component
class OfferClosing {

    private static final Logger log = LoggerFactory.getLogger(OfferClosing.class);
    private static final int BATCH = 200;

    private final Offers offers;
    private final Clock clock;

    OfferClosing(Offers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    /** At most one batch: what is left waits for the next time, so that the outbox is never flooded. */
    @Scheduled(fixedDelayString = "${agora.jobs.closing:1m}", initialDelayString = "${agora.jobs.closing:1m}")
    int closeExpired() {
        int closed = 0;
        for (Offer offer : offers.over(BATCH)) {
            try {
                offer.withdraw(clock);
                offers.save(offer);
                closed++;
            } catch (OptimisticLockingFailureException editedMeanwhile) {
                log.debug("An offer was edited while it was being closed, next time id={}", offer.id());
            }
        }
        if (closed > 0) {
            log.info("Offers were withdrawn after their last day count={}", closed);
        }
        return closed;
    }
}
