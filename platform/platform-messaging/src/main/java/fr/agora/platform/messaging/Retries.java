package fr.agora.platform.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which documents the relay leaves alone for a while, each failure doubling the wait. */
final class Retries {

    /** Forgetting the oldest only means trying it sooner. */
    static final int MOST_REMEMBERED = 1_000;

    private final Map<WaitingDocument.Key, Failure> failures = new LinkedHashMap<>();
    private final Backoff backoff;
    private final Clock clock;

    Retries(Backoff backoff, Clock clock) {
        this.backoff = backoff;
        this.clock = clock;
    }

    void failed(WaitingDocument.Key document) {
        var before = failures.remove(document);
        var count = before == null ? 1 : before.count() + 1;
        failures.put(document, new Failure(count, clock.instant().plus(backoff.after(count))));
        if (failures.size() > MOST_REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    void succeeded(WaitingDocument.Key document) {
        failures.remove(document);
    }

    Collection<Object> notYet(String collection) {
        var now = clock.instant();
        return failures.entrySet().stream()
                .filter(failure -> failure.getKey().collection().equals(collection))
                .filter(failure -> failure.getValue().notBefore().isAfter(now))
                .map(failure -> failure.getKey().id())
                .toList();
    }

    int size() {
        return failures.size();
    }

    private record Failure(int count, Instant notBefore) {}
}
