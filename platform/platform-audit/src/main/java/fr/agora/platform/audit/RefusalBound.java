package fr.agora.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many refusals of one account are noted in a minute: somebody who knocks on for hours must not fill the store. */
final class RefusalBound {

    private static final int MOST_ACCOUNTS = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Count(Instant since, int refusals) {}

    private final int aMinute;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ACCOUNTS;
        }
    };

    RefusalBound(int aMinute, Clock clock) {
        this.aMinute = aMinute;
        this.clock = clock;
    }

    synchronized boolean admits(String account) {
        Instant now = clock.instant();
        Count count = counts.getOrDefault(account, new Count(now, 0));
        boolean over = !count.since().plus(MINUTE).isAfter(now);
        Count next = over ? new Count(now, 1) : new Count(count.since(), count.refusals() + 1);
        counts.put(account, next);
        return next.refusals() <= aMinute;
    }
}
