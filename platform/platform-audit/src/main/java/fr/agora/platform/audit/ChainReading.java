package fr.agora.platform.audit;

import fr.agora.platform.audit.ChainReport.Flaw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the chain again, link by link. */
final class ChainReading {

    /** Beyond it nobody reads on; the chain is to be restored, not mended. */
    private static final int MOST_FLAWS = 20;

    private final AuditEntries entries;

    ChainReading(AuditEntries entries) {
        this.entries = entries;
    }

    ChainReport read() {
        Reading reading = new Reading();
        try (Stream<AuditEntry> all = entries.from(1)) {
            all.forEach(reading::take);
        }
        return reading.report(entries.newestCheckpoint());
    }

    private static final class Reading {

        private final List<Flaw> flaws = new ArrayList<>();
        private @Nullable AuditEntry first;
        private @Nullable AuditEntry before;
        private long count;

        void take(AuditEntry entry) {
            count++;
            if (first == null) {
                first = entry;
            }
            if (!entry.isIntact()) {
                note(Flaw.Kind.CHANGED, entry.number());
            }
            AuditEntry last = before;
            if (last != null && entry.number() != last.number() + 1) {
                note(Flaw.Kind.MISSING, entry.number());
            } else if (last != null && !entry.previous().equals(last.hash())) {
                note(Flaw.Kind.BROKEN, entry.number());
            }
            before = entry;
        }

        private void note(Flaw.Kind kind, long number) {
            if (flaws.size() < MOST_FLAWS) {
                flaws.add(new Flaw(kind, number));
            }
        }

        ChainReport report(@Nullable AuditEntry checkpoint) {
            if (first == null || before == null) {
                return new ChainReport(0, 0, 0, 0, "", null, flaws);
            }
            if (!begins(first, checkpoint)) {
                flaws.addFirst(new Flaw(Flaw.Kind.MISSING, first.number()));
            }
            Instant lastAt = before.at();
            return new ChainReport(
                    first.number(), before.number(), count, first.number() - 1, before.hash(), lastAt, flaws);
        }

        /** At 1, or just behind what a checkpoint vouches for. */
        private static boolean begins(AuditEntry first, @Nullable AuditEntry checkpoint) {
            if (first.number() == 1) {
                return first.previous().isEmpty();
            }
            return checkpoint != null
                    && checkpoint.of() != null
                    && checkpoint.of() == first.number() - 1
                    && checkpoint.subjects().equals(List.of(first.previous()));
        }
    }
}
