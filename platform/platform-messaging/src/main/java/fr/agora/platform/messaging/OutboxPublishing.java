package fr.agora.platform.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what waits in some documents: one fact of each at a time, so that the documents share the wait for confirms
 * while the facts of one keep their order.
 */
final class OutboxPublishing {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPublishing.class);

    private final Outboxes outboxes;
    private final ConfirmedPublisher publisher;
    private final Retries retries;
    private final OutboxState state;
    private final long largest;

    OutboxPublishing(
            Outboxes outboxes, ConfirmedPublisher publisher, Retries retries, OutboxState state, long largest) {
        this.outboxes = outboxes;
        this.publisher = publisher;
        this.retries = retries;
        this.state = state;
        this.largest = largest;
    }

    /** @throws org.springframework.amqp.AmqpException when the broker is away; everything then stays where it is */
    void publish(List<WaitingDocument> documents) {
        var tracks = documents.stream().map(this::track).toList();
        try {
            var running = tracks.stream().filter(Track::hasNext).toList();
            while (!running.isEmpty()) {
                var answers = publisher.publish(
                        running.stream().map(track -> track.next().toOutgoing()).toList());
                for (int i = 0; i < answers.size(); i++) {
                    account(running.get(i), answers.get(i));
                }
                running = running.stream().filter(Track::hasNext).toList();
            }
        } finally {
            // what is confirmed is taken out even if the broker went away in the middle
            tracks.stream().filter(track -> !track.confirmed.isEmpty()).forEach(Track::takeOut);
        }
    }

    private Track track(WaitingDocument document) {
        var sendable = new ArrayDeque<WaitingEntry>();
        for (var entry : document.publishable()) {
            var defect = entry.defect(largest);
            if (defect == null) {
                sendable.add(entry);
                continue;
            }
            outboxes.park(document.collection(), document.id(), entry.id(), defect);
            LOG.error(
                    "A fact is parked in its document: {} collection={} document={} entry={} type={}",
                    defect,
                    document.collection(),
                    document.id(),
                    entry.id(),
                    entry.type());
        }
        return new Track(document, sendable);
    }

    private void account(Track track, Publication answer) {
        switch (answer) {
            case Publication.Confirmed ignored -> track.confirm();
            case Publication.Unroutable(var reason) -> {
                state.unroutable.incrementAndGet();
                track.giveUp("unroutable: " + reason);
            }
            case Publication.Unconfirmed(var reason) -> track.giveUp(reason);
        }
    }

    private final class Track {
        private final WaitingDocument document;
        private final Queue<WaitingEntry> remaining;
        private final Collection<String> confirmed = new HashSet<>();

        Track(WaitingDocument document, Queue<WaitingEntry> remaining) {
            this.document = document;
            this.remaining = remaining;
        }

        boolean hasNext() {
            return !remaining.isEmpty();
        }

        WaitingEntry next() {
            return remaining.element();
        }

        void confirm() {
            confirmed.add(remaining.remove().id());
            if (remaining.isEmpty()) {
                retries.succeeded(document.key());
            }
        }

        void giveUp(String reason) {
            var entry = remaining.element();
            remaining.clear();
            retries.failed(document.key());
            state.troubled("%s type=%s".formatted(reason, entry.type()));
            LOG.warn(
                    "A fact stays in its document for now: {} collection={} document={} entry={} type={}",
                    reason,
                    document.collection(),
                    document.id(),
                    entry.id(),
                    entry.type());
        }

        void takeOut() {
            outboxes.remove(document.collection(), document.id(), new ArrayList<>(confirmed));
        }
    }
}
