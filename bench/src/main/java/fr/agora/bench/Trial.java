package fr.agora.bench;

import java.util.OptionalDouble;

/** One offer on its way from published to found. */
final class Trial {

    private static final long NEVER = Long.MIN_VALUE;

    private final String id;
    private final String word;
    private volatile long due = NEVER;
    private volatile long answered = NEVER;
    private volatile long found = NEVER;

    Trial(String id, String word) {
        this.id = id;
        this.word = word;
    }

    String id() {
        return id;
    }

    String word() {
        return word;
    }

    /** The moment its publication is due, whether or not the platform keeps up. */
    void due(long nanos) {
        due = nanos;
    }

    void answered(long nanos) {
        answered = nanos;
    }

    void found(long nanos) {
        if (found == NEVER) {
            found = nanos;
        }
    }

    boolean isAwaited() {
        return due != NEVER && found == NEVER;
    }

    boolean isFound() {
        return found != NEVER;
    }

    OptionalDouble millisUntilAnswered() {
        return answered == NEVER ? OptionalDouble.empty() : OptionalDouble.of((answered - due) / 1e6);
    }

    /** From the answer to the write, which is given once the fact is stored with the offer; found before it counts 0. */
    OptionalDouble millisFromStoredToFound() {
        return found == NEVER || answered == NEVER
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, found - answered) / 1e6);
    }

    OptionalDouble millisUntilFound() {
        return found == NEVER ? OptionalDouble.empty() : OptionalDouble.of((found - due) / 1e6);
    }
}
