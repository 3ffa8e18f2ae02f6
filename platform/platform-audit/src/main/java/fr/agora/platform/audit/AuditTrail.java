package fr.agora.platform.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Writes the chain. There is one for a service, whatever the number of its instances: an instance that finds its place
 * taken reads the new end and tries again.
 */
public final class AuditTrail {

    private static final int ATTEMPTS = 50;

    private final AuditEntries entries;
    private final Clock clock;
    private final ChainHash hash;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable AuditEntry head;
    private boolean known;

    AuditTrail(AuditEntries entries, Clock clock, ChainHash hash) {
        this.entries = entries;
        this.clock = clock;
        this.hash = hash;
    }

    /** @throws org.springframework.dao.DataAccessException where it cannot be written: what was to be noted must not be done */
    AuditEntry append(Deed deed) {
        writing.lock();
        try {
            return appendInTurn(deed);
        } finally {
            writing.unlock();
        }
    }

    private AuditEntry appendInTurn(Deed deed) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!known) {
                head = head == null ? entries.newest() : entries.newestFrom(head);
                known = true;
            }
            // the store keeps milliseconds: what is sealed and what is read again must be the same
            AuditEntry entry = AuditEntry.after(head, deed, clock.instant().truncatedTo(ChronoUnit.MILLIS), hash);
            // should the insert fail in any way, it may have happened all the same: the end is read again
            known = false;
            try {
                entries.insert(entry);
                head = entry;
                known = true;
                return entry;
            } catch (DuplicateKeyException taken) {
                // another instance was first: again, behind it
            }
        }
        throw new org.springframework.dao.ConcurrencyFailureException("The audit trail is written by too many at once");
    }

    /** The end is read again: for a store that was changed under a running service. */
    void forgetHead() {
        head = null;
        known = false;
    }
}
