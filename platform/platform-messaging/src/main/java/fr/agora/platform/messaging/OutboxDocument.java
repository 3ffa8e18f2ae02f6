package fr.agora.platform.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Version;

/** An aggregate whose state, revision and outgoing facts are saved together or not at all. */
public abstract class OutboxDocument {

    /** Beyond this a single document would near the store's 16 MB while the broker is away. */
    private static final int MOST_WAITING_FACTS = 1_000;

    @Version
    private @Nullable Long lock;

    private long revision;

    private List<OutboxEntry> outbox = new ArrayList<>();

    /** The public revision: bumped by public facts only, unlike the storage lock that every save bumps. */
    public final long revision() {
        return revision;
    }

    /** The facts not yet published when this document was loaded, and those announced since. */
    public final List<OutboxEntry> outbox() {
        return List.copyOf(outbox);
    }

    protected final long nextRevision() {
        return ++revision;
    }

    /**
     * Appends a fact that leaves with the next save; call {@link #nextRevision()} before.
     *
     * @param subject id of what the fact is about; it may be a part of this document
     * @param data the contract's data: written to JSON at once, nulls omitted, dates in ISO 8601
     * @throws IllegalArgumentException when the data cannot be written as JSON
     */
    protected final void announce(FactType type, String subject, Object data, Clock clock) {
        if (outbox.size() >= MOST_WAITING_FACTS) {
            throw new OutboxFull(type, subject, MOST_WAITING_FACTS);
        }
        outbox.add(currentFact(type, subject, data, clock));
    }

    /**
     * Drops the facts not yet published: what is announced next, at a higher revision, makes them void. For content that
     * must leave no trace; one on its way at this very moment may still arrive, and is outdone by its revision.
     */
    protected final void dropWaitingFacts() {
        outbox = new ArrayList<>();
    }

    /** Builds a fact at the current revision without putting it in the outbox: what a replay streams. */
    protected final OutboxEntry currentFact(FactType type, String subject, Object data, Clock clock) {
        return Envelope.entry(type, subject, data, revision, clock.instant());
    }
}
