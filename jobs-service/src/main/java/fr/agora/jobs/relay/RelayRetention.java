package fr.agora.jobs.relay;

import fr.agora.platform.messaging.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets links and recommendations after two years, as applications are. */
@Component
class RelayRetention {

    private static final int BATCH = 200;
    private static final Duration KEPT = Duration.ofDays(730);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Relays relays;
    private final Referrals referrals;
    private final Lease lease;
    private final Clock clock;

    RelayRetention(Relays relays, Referrals referrals, MongoDatabaseFactory databases, Clock clock) {
        this.relays = relays;
        this.referrals = referrals;
        this.lease = new Lease(databases, "relay-retention", LEASE, clock);
        this.clock = clock;
    }

    /** At most one batch of each: what is left waits for the next time. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = java.util.concurrent.TimeUnit.HOURS)
    void sweep() {
        if (lease.hold()) {
            Instant before = clock.instant().minus(KEPT);
            relays.forgetBefore(before, BATCH);
            referrals.forgetBefore(before, BATCH);
        }
    }
}
