package fr.agora.jobs.foreign;

import fr.agora.jobs.foreign.ForeignReport.Outcome;
import fr.agora.jobs.offer.OfferImporting;
import fr.agora.platform.messaging.Lease;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** Takes over what is new in a file of another job board; the same file again changes and tells nothing. */
@Component
class ForeignImport {

    private static final int BATCH = 200;
    private static final int ABSENCES = 2;
    /** So many references a dry run tells apart; beyond them its counts are a little high. */
    private static final int MOST_TRIED = 200_000;

    private static final Duration LEASE = Duration.ofMinutes(10);

    private final OfferImporting offers;
    private final SourceEntries entries;
    private final MongoDatabaseFactory databases;
    private final Clock clock;

    ForeignImport(OfferImporting offers, SourceEntries entries, MongoDatabaseFactory databases, Clock clock) {
        this.offers = offers;
        this.entries = entries;
        this.databases = databases;
        this.clock = clock;
    }

    /**
     * Imports a file that was checked.
     *
     * @param complete whether the file holds all the source has: what is not in it twice in a row is closed
     */
    void run(CheckedFile file, ForeignFormat format, String source, boolean complete, ForeignReport report)
            throws IOException {
        run(file, format, source, complete, false, report);
    }

    /** Says what an import of the file would do, and does none of it. */
    void tryOut(CheckedFile file, ForeignFormat format, String source, boolean complete, ForeignReport report)
            throws IOException {
        run(file, format, source, complete, true, report);
    }

    private void run(
            CheckedFile file, ForeignFormat format, String source, boolean complete, boolean dry, ForeignReport report)
            throws IOException {
        Lease lease = new Lease(databases, "import-" + source, LEASE, clock);
        if (!lease.hold()) {
            throw new ProblemException(ForeignProblem.IMPORT_RUNNING, source);
        }
        try {
            Run run = new Run(source, report, lease, dry);
            format.read(file, new Meanings(clock), run);
            run.flush();
            if (complete && run.sawAny) {
                closeAbsent(source, run, report);
            }
            report.summary();
        } finally {
            lease.giveUp();
        }
    }

    private void closeAbsent(String source, Run run, ForeignReport report) {
        List<SourceEntry> batch = entries.unseen(source, run.id, "", BATCH);
        while (!batch.isEmpty()) {
            List<SourceEntry> changed = new ArrayList<>();
            for (SourceEntry entry : batch) {
                if (run.tried.containsKey(entry.key())) {
                    continue;
                }
                SourceEntry missed = entry.missed();
                if (missed.absences() >= ABSENCES) {
                    if (!run.dry) {
                        offers.closeAbsent(entry.key());
                    }
                    report.count(Outcome.CLOSED);
                    missed = missed.closed();
                }
                changed.add(missed);
            }
            if (!run.dry) {
                entries.save(changed);
            }
            batch = entries.unseen(source, run.id, batch.getLast().key(), BATCH);
        }
    }

    /** One import at work: rows are taken a batch at a time, with one question to the store for all of them. */
    private final class Run implements ForeignRows {

        private final String id = OpaqueId.next("run");
        private final String source;
        private final ForeignReport report;
        private final Lease lease;
        private final boolean dry;
        private final List<Row> waiting = new ArrayList<>();
        /** What a dry run would have written, as far as its memory goes: later rows of a reference meet the former. */
        private final Map<String, SourceEntry> tried = new HashMap<>();

        private boolean sawAny;

        private record Row(long line, String key, @Nullable ForeignOffer offer) {}

        Run(String source, ForeignReport report, Lease lease, boolean dry) {
            this.dry = dry;
            this.source = source;
            this.report = report;
            this.lease = lease;
        }

        @Override
        public void offer(long line, ForeignOffer offer) {
            sawAny = true;
            add(new Row(line, source + "/" + offer.reference(), offer));
        }

        @Override
        public void refused(long line, @Nullable String reference, List<FieldProblem> reasons) {
            report.refused(line, reasons);
            if (reference != null) {
                // refused, yet not gone
                add(new Row(line, source + "/" + reference, null));
            }
        }

        private void add(Row row) {
            waiting.add(row);
            if (waiting.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            lease.hold();
            Map<String, SourceEntry> known = entries.find(waiting.stream()
                    .flatMap(row -> Stream.of(row.key()))
                    .distinct()
                    .toList());
            waiting.stream()
                    .filter(row -> tried.containsKey(row.key()))
                    .forEach(row -> known.put(row.key(), tried.get(row.key())));
            Map<String, SourceEntry> changed = new LinkedHashMap<>();
            for (Row row : waiting) {
                SourceEntry before = known.get(row.key());
                SourceEntry after = row.offer() == null
                        ? (before == null ? null : before.seenIn(id))
                        : take(row.line(), row.key(), row.offer(), before);
                if (after != null && !after.equals(before)) {
                    known.put(row.key(), after);
                    changed.put(row.key(), after);
                }
            }
            if (dry) {
                remember(changed);
            } else {
                entries.save(changed.values());
            }
            waiting.clear();
        }

        private void remember(Map<String, SourceEntry> changed) {
            if (tried.size() < MOST_TRIED) {
                tried.putAll(changed);
            }
        }

        private @Nullable SourceEntry take(long line, String key, ForeignOffer offer, @Nullable SourceEntry before) {
            String digest = offer.digest();
            if (before == null) {
                if (offer.lastDay().isBefore(java.time.LocalDate.now(clock))) {
                    report.count(Outcome.OVER);
                    return null;
                }
                report.row(line, Outcome.CREATED, write(key, offer));
                return SourceEntry.first(key, source, offer, id);
            }
            boolean back = before.gone() && before.digest().equals(digest);
            if (before.knows(digest) && !back) {
                report.count(Outcome.UNCHANGED);
                return before.seenIn(id);
            }
            if (offer.changedOn().isBefore(before.changedOn())) {
                report.count(Outcome.UNCHANGED);
                return before.withLoser(digest, id);
            }
            report.row(line, Outcome.UPDATED, write(key, offer));
            return before.taken(offer, id);
        }

        private @Nullable String write(String key, ForeignOffer offer) {
            if (dry) {
                return null;
            }
            return offers.takeForeign(
                    key,
                    offer.content(),
                    offer.publishedOn().atStartOfDay(clock.getZone()).toInstant());
        }
    }
}
