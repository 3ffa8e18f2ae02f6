package fr.agora.search.index;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Spares readers the wait for an engine that has just failed several times in a row. */
final class Breaker {

    static final int FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong last = new AtomicLong();

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @throws IndexUnavailable for a while after the last of too many failures; then one call after another tries */
    void check() {
        if (failures.get() >= FAILURES && nanoTime.getAsLong() - last.get() < PAUSE.toNanos()) {
            throw new IndexUnavailable("The index has failed %d times in a row".formatted(failures.get()));
        }
    }

    void answered() {
        failures.set(0);
    }

    void failed() {
        last.set(nanoTime.getAsLong());
        failures.incrementAndGet();
    }
}
