package fr.agora.directory.organization;

import fr.agora.platform.messaging.Lease;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets edits of the tree happen one after another, in all instances: two of them, each innocent, could close a cycle
 * together that neither sees.
 */
@Component
class TreeEdits {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEWED = Duration.ofSeconds(4);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(50);

    private final ReentrantLock ours = new ReentrantLock(true);
    private final Lease lease;
    private boolean held;
    private long renewed;
    private long used;

    TreeEdits(MongoDatabaseFactory databases, Clock clock) {
        this.lease = new Lease(databases, "organization-tree", LEASE, clock);
    }

    <T> T alone(Supplier<T> edit) {
        try {
            if (!ours.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE);
            }
            try {
                holdLease();
                return edit.get();
            } finally {
                ours.unlock();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE);
        }
    }

    /** Not given up after each edit: an import of thousands of lines would pay two writes more for each. */
    private void holdLease() throws InterruptedException {
        long now = System.nanoTime();
        used = now;
        if (held && now - renewed < RENEWED.toNanos()) {
            return;
        }
        if (held) {
            // whoever waits elsewhere gets a turn in the middle of a long import
            release();
            Thread.sleep(POLL.multipliedBy(2));
        }
        while (!lease.hold()) {
            if (System.nanoTime() - now > PATIENCE.toNanos()) {
                throw new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE);
            }
            Thread.sleep(POLL);
        }
        held = true;
        renewed = System.nanoTime();
    }

    private void release() {
        held = false;
        lease.giveUp();
    }

    @Scheduled(fixedDelay = 1000)
    void rest() {
        if (ours.tryLock()) {
            try {
                if (held && System.nanoTime() - used > IDLE.toNanos()) {
                    release();
                }
            } finally {
                ours.unlock();
            }
        }
    }
}
