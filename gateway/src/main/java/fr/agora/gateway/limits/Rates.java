package fr.agora.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How fast each caller goes: one number a caller, the instant until which its requests are spoken for. */
final class Rates {

    private final Cache<String, AtomicLong> spokenFor;
    private final long interval;
    private final long slack;
    private final LongSupplier nanos;

    Rates(int perSecond, int burst, int remembered, LongSupplier nanos) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.slack = interval * burst;
        this.nanos = nanos;
        this.spokenFor = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(Math.max(slack, TimeUnit.SECONDS.toNanos(10)), TimeUnit.NANOSECONDS)
                .build();
    }

    /** Takes one request out of the caller's allowance; false when there is none left. */
    boolean allow(String caller) {
        if (caller.isBlank()) {
            throw new IllegalArgumentException("A caller without a key would share its allowance with everyone");
        }
        long now = nanos.getAsLong();
        AtomicLong until = spokenFor.get(caller, newcomer -> new AtomicLong(now));
        while (true) {
            long before = until.get();
            long after = (before - now > 0 ? before : now) + interval;
            if (after - now > slack) {
                return false;
            }
            if (until.compareAndSet(before, after)) {
                return true;
            }
        }
    }

    long remembered() {
        spokenFor.cleanUp();
        return spokenFor.estimatedSize();
    }
}
