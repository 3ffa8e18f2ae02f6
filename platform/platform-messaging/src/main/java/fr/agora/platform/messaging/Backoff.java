package fr.agora.platform.messaging;

import java.time.Duration;

/** Waits that double from a first to a longest one. */
record Backoff(Duration first, Duration longest) {

    /** @param failures how often it has failed so far, from 1 */
    Duration after(int failures) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
