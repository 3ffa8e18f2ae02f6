package fr.agora.platform.audit;

import fr.agora.platform.messaging.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Says which requests never ended, removes what is too old, and tells the others how far the chain has grown. */
final class AuditUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(AuditUpkeep.class);
    private static final String STATE = "audit_state";
    private static final int BATCH = 500;
    private static final int MOST_REMOVED = 100_000;

    private final String service;
    private final AuditTrail trail;
    private final AuditEntries entries;
    private final MongoTemplate store;
    private final AuditSettings settings;
    private final Lease lease;
    private final Clock clock;

    AuditUpkeep(
            String service,
            AuditTrail trail,
            AuditEntries entries,
            MongoTemplate store,
            AuditSettings settings,
            Lease lease,
            Clock clock) {
        this.service = service;
        this.trail = trail;
        this.entries = entries;
        this.store = store;
        this.settings = settings;
        this.lease = lease;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${agora.audit.upkeep:5m}", initialDelayString = "${agora.audit.first-upkeep:1m}")
    void sweep() {
        try {
            if (lease.hold()) {
                sayWhatNeverEnded();
                removeOld();
                seal();
            }
        } catch (RuntimeException unavailable) {
            LOG.info(
                    "The audit trail waits for its upkeep cause={}",
                    unavailable.getClass().getSimpleName());
        }
    }

    void sayWhatNeverEnded() {
        Instant before = clock.instant().minus(settings.lost());
        Map<Long, AuditEntry> open = new LinkedHashMap<>();
        long settled = settled();
        long last = settled;
        List<AuditEntry> read;
        do {
            read = entries.after(last, BATCH);
            for (AuditEntry entry : read) {
                boolean old = entry.at().isBefore(before);
                if (old && entry.kind() == EntryKind.BEGUN) {
                    open.put(entry.number(), entry);
                }
                if (entry.of() != null) {
                    open.remove(entry.of());
                }
                settled = old && settled == entry.number() - 1 ? entry.number() : settled;
                last = entry.number();
            }
        } while (read.size() == BATCH);
        open.values().forEach(entry -> trail.append(Deed.interrupted(entry)));
        store.save(new Document("_id", "settled").append("number", settled), STATE);
    }

    private long settled() {
        @Nullable Document state = store.findById("settled", Document.class, STATE);
        @Nullable AuditEntry oldest = entries.oldest();
        long from = state == null ? 0 : state.get("number", 0L);
        return oldest == null ? from : Math.max(from, oldest.number() - 1);
    }

    /** A day's worth at least: each removal leaves an entry that vouches for it. */
    void removeOld() {
        @Nullable AuditEntry oldest = entries.oldest();
        @Nullable AuditEntry checkpoint = entries.newestCheckpoint();
        if (oldest == null) {
            return;
        }
        if (checkpoint != null && checkpoint.of() != null && oldest.number() <= checkpoint.of()) {
            // a stop came between the note and the removal
            entries.removeUpTo(checkpoint.of());
            return;
        }
        Instant until = clock.instant().minus(settings.keep());
        if (oldest.at().isAfter(until.minus(Duration.ofDays(1)))) {
            return;
        }
        try (Stream<AuditEntry> all = entries.from(oldest.number())) {
            all.limit(MOST_REMOVED)
                    .takeWhile(entry -> entry.at().isBefore(until))
                    .reduce((earlier, later) -> later)
                    .ifPresent(last -> {
                        trail.append(Deed.checkpoint(last));
                        entries.removeUpTo(last.number());
                    });
        }
    }

    void seal() {
        @Nullable AuditEntry head = entries.newest();
        @Nullable AuditEntry oldest = entries.oldest();
        AuditSeal seal = store.findById(service, AuditSeal.class);
        AuditSeal next = seal == null ? new AuditSeal(service) : seal;
        if (head == null || oldest == null || next.isAt(head.number())) {
            return;
        }
        next.seal(
                head,
                oldest.number(),
                place -> entries.find(place).map(AuditEntry::hash).orElse(""),
                clock);
        store.save(next);
        // also outside of every database of ours: an operator may hold it against the page
        LOG.info("The audit trail has grown service={} entry={} hash={}", service, head.number(), head.hash());
    }
}
