package fr.agora.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.amqp.AmqpException;

/** Sends a replay's facts window by window, each confirmed before the next is filled. */
final class ReplayWindow {

    private final ConfirmedPublisher publisher;
    private final String queue;
    private final Map<String, Object> headers;
    private final int size;
    private final List<Outgoing> filling = new ArrayList<>();
    private long sent;

    ReplayWindow(ConfirmedPublisher publisher, String queue, Map<String, Object> headers, int size) {
        this.publisher = publisher;
        this.queue = queue;
        this.headers = headers;
        this.size = size;
    }

    void add(OutboxEntry entry) {
        filling.add(Outgoing.toQueue(queue, Messages.with(Messages.of(entry), headers)));
        if (filling.size() >= size) {
            flush();
        }
    }

    void flush() {
        if (filling.isEmpty()) {
            return;
        }
        try {
            for (var answer : publisher.publish(filling)) {
                switch (answer) {
                    case Publication.Confirmed ignored -> sent++;
                    case Publication.Unroutable ignored -> throw new NobodyWaits();
                    case Publication.Unconfirmed(var reason) -> throw new DependencyUnavailable(reason);
                }
            }
        } catch (AmqpException e) {
            // the whole run is begun again: a window half sent cannot be told from one not sent
            throw new DependencyUnavailable("The broker went away during a replay", e);
        }
        filling.clear();
    }

    long sent() {
        return sent;
    }

    /** The private queue is gone: the requester gave up or died. */
    static final class NobodyWaits extends RuntimeException {}
}
