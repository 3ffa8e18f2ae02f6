package fr.agora.platform.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading the whole chain again found.
 *
 * @param first number of the first entry read
 * @param last number of the last entry read
 * @param entries how many were read
 * @param removedBefore how many older entries went at the end of their time
 * @param hash of the last entry, to be noted elsewhere
 * @param lastAt when the last entry was written
 * @param flaws what is wrong, the first ones
 */
public record ChainReport(
        long first,
        long last,
        long entries,
        long removedBefore,
        String hash,
        @Nullable Instant lastAt,
        List<Flaw> flaws) {

    /** One wrong place. */
    public record Flaw(Kind kind, long number) {

        /** What is wrong there. */
        public enum Kind {
            /** The entry does not say what it said when it was written. */
            CHANGED,
            /** The entry before it is not the one it followed. */
            BROKEN,
            /** Entries before it are gone, and nothing vouches for them. */
            MISSING
        }
    }

    public ChainReport {
        flaws = List.copyOf(flaws);
    }

    public boolean isIntact() {
        return flaws.isEmpty();
    }
}
