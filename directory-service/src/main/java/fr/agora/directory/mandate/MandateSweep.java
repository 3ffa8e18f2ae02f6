package fr.agora.directory.mandate;

import fr.agora.platform.messaging.Lease;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after mandates whose day has come; one instance at a time, in bounded steps. */
@Component
class MandateSweep {

    private static final Logger log = LoggerFactory.getLogger(MandateSweep.class);
    private static final int STEP = 100;
    private static final int MOST_STEPS = 100;

    private final Mandates mandates;
    private final MandateSettling settling;
    private final Lease lease;
    private final Clock clock;

    MandateSweep(Mandates mandates, MandateSettling settling, MongoDatabaseFactory databases, Clock clock) {
        this.mandates = mandates;
        this.settling = settling;
        this.clock = clock;
        this.lease = new Lease(databases, "mandate-sweep", Duration.ofMinutes(5), clock);
    }

    // what is due is due by the day: looking more often than daily only makes up for a stop
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "${agora.directory.mandate-sweep:PT10M}")
    void sweep() {
        try {
            if (lease.hold()) {
                settleDue();
            }
        } catch (RuntimeException unavailable) {
            log.info(
                    "Mandates wait for the next sweep cause={}",
                    unavailable.getClass().getSimpleName());
        }
    }

    void settleDue() {
        for (int step = 0; step < MOST_STEPS; step++) {
            List<Mandate> due = mandates.due(Term.today(clock), STEP);
            long settled = due.stream().filter(this::settle).count();
            if (due.size() < STEP || settled == 0) {
                return;
            }
        }
    }

    private boolean settle(Mandate mandate) {
        try {
            settling.settle(mandate);
            return true;
        } catch (OptimisticLockingFailureException edited) {
            // somebody works on it right now, and settles it themselves
            return false;
        }
    }
}
