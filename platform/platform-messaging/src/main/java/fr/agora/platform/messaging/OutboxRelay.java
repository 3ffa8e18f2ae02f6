package fr.agora.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the facts that wait in documents: at once where a save nudges it, within a sweep in any case.
 *
 * <p>Nothing here decides whether a fact is delivered: a fact stays in its document until the broker has confirmed it,
 * so every failure and every crash only means another attempt, at worst a duplicate.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final Outboxes outboxes;
    private final OutboxPublishing publishing;
    private final Retries retries;
    private final Lease lease;
    private final OutboxState state;
    private final MessagingSettings.Outbox settings;
    private final BlockingQueue<WaitingDocument.Key> nudges;
    private final AtomicBoolean sweepWanted = new AtomicBoolean(true);
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;
    private boolean indexed;
    private int failures;
    private long nextSweep = System.nanoTime();
    private long nextCount = System.nanoTime();

    OutboxRelay(
            Outboxes outboxes,
            OutboxPublishing publishing,
            Retries retries,
            Lease lease,
            OutboxState state,
            MessagingSettings.Outbox settings) {
        this.outboxes = outboxes;
        this.publishing = publishing;
        this.retries = retries;
        this.lease = lease;
        this.state = state;
        this.settings = settings;
        this.nudges = new ArrayBlockingQueue<>(settings.nudges());
    }

    /** Says that a document with waiting facts was just saved; never blocks, and may be forgotten without harm. */
    void nudge(String collection, Object id) {
        if (!nudges.offer(new WaitingDocument.Key(collection, id))) {
            sweepWanted.set(true);
        }
    }

    /** Asks for a sweep as soon as possible. */
    void wake() {
        sweepWanted.set(true);
    }

    private void run() {
        while (!stopping) {
            try {
                var nudge = nudges.poll(pause().toNanos(), TimeUnit.NANOSECONDS);
                if (nudge != null) {
                    publishNudged(nudge);
                }
                if (sweepWanted.getAndSet(false) || System.nanoTime() - nextSweep >= 0) {
                    sweep();
                }
                count();
                failures = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (AmqpException e) {
                postpone("broker away", e);
            } catch (RuntimeException e) {
                postpone("store away or relay failing", e);
            }
        }
    }

    private Duration pause() {
        if (sweepWanted.get()) {
            return Duration.ZERO;
        }
        var left = Duration.ofNanos(nextSweep - System.nanoTime());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void publishNudged(WaitingDocument.Key first) {
        // each instance publishes what it has itself saved, whoever holds the lease: milliseconds instead of a sweep
        var keys = new ArrayList<>(List.of(first));
        nudges.drainTo(keys, settings.batch() - 1);
        keys.stream()
                .collect(Collectors.groupingBy(
                        WaitingDocument.Key::collection,
                        Collectors.mapping(WaitingDocument.Key::id, Collectors.toSet())))
                .forEach((collection, ids) -> publishing.publish(outboxes.waitingAmong(collection, ids)));
    }

    private void sweep() {
        nextSweep = System.nanoTime() + settings.sweep().toNanos();
        if (!indexed) {
            outboxes.declareIndexes();
            indexed = true;
        }
        if (!lease.hold()) {
            return;
        }
        for (var collection : outboxes.collections()) {
            sweep(collection);
        }
        if (retries.size() == 0) {
            state.fine();
        }
    }

    private void sweep(String collection) {
        var tried = new HashSet<>(retries.notYet(collection));
        while (!stopping) {
            var documents = outboxes.waiting(collection, settings.batch(), tried);
            publishing.publish(documents);
            if (documents.size() < settings.batch()) {
                return;
            }
            // whatever could not be sent must not hide what waits behind it
            tried.addAll(retries.notYet(collection));
            if (tried.size() > Retries.MOST_REMEMBERED || !lease.hold()) {
                return;
            }
        }
    }

    private void count() {
        if (System.nanoTime() - nextCount < 0) {
            return;
        }
        nextCount = System.nanoTime() + settings.status().toNanos();
        state.pending.set(outboxes.countWaiting());
        state.parked.set(outboxes.countParked());
    }

    private void postpone(String why, RuntimeException e) {
        failures++;
        state.troubled("%s: %s".formatted(why, e.getMessage()));
        if (failures == 1) {
            LOG.warn("Facts wait in their documents: {} cause=\"{}\"", why, e.getMessage());
        }
        // the nudges are dropped with the attempt: the next sweep finds their documents
        nextSweep = System.nanoTime() + settings.sweep().toNanos();
        nextCount = Math.max(nextCount, System.nanoTime());
        try {
            Thread.sleep(new Backoff(Duration.ofMillis(100), settings.sweep()).after(failures));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }

    @Override
    public void stop() {
        stopping = true;
        var running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(settings.confirmTimeout());
            lease.giveUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("The lease runs out by itself cause=\"{}\"", e.getMessage());
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
