package fr.agora.platform.messaging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Which documents the relay leaves alone for a while, each failure doubling the wait. */
final class Retries {

    /** Forgetting the oldest only means trying it sooner. */
    static final int MOST_REMEMBERED = 1_000;

    private final Map<WaitingDocument.Key, Failure> failures = new LinkedHashMap<>();
    private final Backoff backoff;
    private final LongSupplier nanos;

    /** @param nanos time that only runs, as {@code System::nanoTime}: a clock that is put back must not prolong a wait */
    Retries(Backoff backoff, LongSupplier nanos) {
        this.backoff = backoff;
        this.nanos = nanos;
    }

    void failed(WaitingDocument.Key document) {
        var before = failures.remove(document);
        var count = before == null ? 1 : before.count() + 1;
        failures.put(
                document,
                new Failure(count, nanos.getAsLong() + backoff.after(count).toNanos()));
        if (failures.size() > MOST_REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    void succeeded(WaitingDocument.Key document) {
        failures.remove(document);
    }

    Collection<Object> notYet(String collection) {
        var now = nanos.getAsLong();
        return failures.entrySet().stream()
                .filter(failure -> failure.getKey().collection().equals(collection))
                .filter(failure -> failure.getValue().notBefore() - now > 0)
                .map(failure -> failure.getKey().id())
                .toList();
    }

    int size() {
        return failures.size();
    }

    private record Failure(int count, long notBefore) {}
}
