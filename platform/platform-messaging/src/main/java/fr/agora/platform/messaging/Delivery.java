package fr.agora.platform.messaging;

import fr.agora.platform.tracing.Traceparent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;

/**
 * Takes a batch of messages to its handler: returns once each was handled, left alone or parked, throws when all of it
 * must go back to the queue.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final String queue;
    private final FactHandler handler;
    private final Function<FactType, Hearing> hearing;
    private final Parking parking;
    private final MessagingSettings.Listening settings;
    private final Backoff backoff;
    private final Stopping stopping;

    Delivery(
            String queue,
            FactHandler handler,
            Function<FactType, Hearing> hearing,
            Parking parking,
            MessagingSettings.Listening settings,
            Stopping stopping) {
        this.queue = queue;
        this.handler = handler;
        this.hearing = hearing;
        this.parking = parking;
        this.settings = settings;
        this.backoff = new Backoff(settings.firstRetry(), settings.longestRetry());
        this.stopping = stopping;
    }

    /** @return how many were parked */
    int deliver(List<Message> messages) {
        var readable = new ArrayList<Received>(messages.size());
        var parked = 0;
        for (var message : messages) {
            try {
                read(message).ifPresent(readable::add);
            } catch (MalformedFact e) {
                parking.park(message, queue, e);
                parked++;
            }
        }
        if (!readable.isEmpty()) {
            parked += handle(readable);
        }
        return parked;
    }

    private Optional<Received> read(Message message) {
        var fact = Envelope.read(message.getBody());
        return switch (hearing.apply(fact.type())) {
            case HEARD -> Optional.of(new Received(message, fact));
            case IN_ANOTHER_VERSION -> Optional.empty();
            case UNKNOWN -> throw new MalformedFact("no contract lets this service hear " + fact.type());
        };
    }

    private int handle(List<Received> batch) {
        try {
            patiently(batch);
            return 0;
        } catch (Interrupted | HeldTooLong e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            if (batch.size() > 1) {
                LOG.warn(
                        "A batch failed, its facts are tried one by one: queue={} size={} cause=\"{}\"",
                        queue,
                        batch.size(),
                        e.toString());
            }
            return oneByOne(batch);
        }
    }

    private int oneByOne(List<Received> batch) {
        var parked = 0;
        for (var received : batch) {
            if (!handled(received)) {
                parked++;
            }
        }
        return parked;
    }

    private boolean handled(Received received) {
        for (int attempt = 1; ; attempt++) {
            try {
                patiently(List.of(received));
                return true;
            } catch (Interrupted | HeldTooLong e) {
                throw e;
            } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
                if (attempt >= settings.attempts() || e instanceof MalformedFact) {
                    parking.park(received.message(), queue, e);
                    return false;
                }
                pause(backoff.after(attempt));
            }
        }
    }

    /** Hands facts over again and again while a dependency is away. */
    private void patiently(List<Received> batch) {
        var facts = batch.stream().map(Received::fact).toList();
        var since = System.nanoTime();
        for (int failures = 1; ; failures++) {
            try {
                Traceparent.during(
                        facts.size() == 1 ? facts.getFirst().traceparent() : null, () -> handler.handle(facts));
                return;
            } catch (RuntimeException e) {
                if (!Unavailability.isCauseOf(e)) {
                    throw e;
                }
                if (failures == 1) {
                    LOG.warn(
                            "Facts wait for a dependency: queue={} size={} cause=\"{}\"",
                            queue,
                            facts.size(),
                            e.toString());
                }
                if (System.nanoTime() - since > settings.patience().toNanos()) {
                    throw new HeldTooLong();
                }
                pause(backoff.after(failures));
            }
        }
    }

    private void pause(Duration wait) {
        if (stopping.within(wait)) {
            throw new Interrupted();
        }
    }

    private record Received(Message message, Fact fact) {}

    /** The service stops: the batch goes back to the queue. */
    static final class Interrupted extends RuntimeException {
        Interrupted() {
            super("The service stops");
        }
    }

    /** A broker closes the channel of whoever holds a message for half an hour: it goes back before. */
    static final class HeldTooLong extends RuntimeException {
        HeldTooLong() {
            super("A dependency has been away for long");
        }
    }
}
