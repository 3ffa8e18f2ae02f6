package fr.agora.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;

/** Puts aside, beside its queue and with its cause, a message nobody could digest. */
final class Parking {

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

    private final ConfirmedPublisher publisher;
    private final Clock clock;
    private final MeterRegistry meters;

    Parking(ConfirmedPublisher publisher, Clock clock, MeterRegistry meters) {
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    /** Counted from the start, so that the first one parked is seen as a change. */
    Counter parked(String queue) {
        return Counter.builder("agora.facts.parked")
                .description("Facts put aside because nobody could digest them")
                .tag("queue", queue)
                .register(meters);
    }

    /** @throws NotParked when the broker does not vouch for it: the original must not be acknowledged */
    void park(Message message, String queue, Throwable cause) {
        var reason = "%s: %s".formatted(cause.getClass().getName(), cause.getMessage());
        var parked = Messages.parked(message, queue, reason, clock.instant());
        Publication answer;
        try {
            answer = publisher.publish(Outgoing.toQueue(ContractTopology.parked(queue), parked));
        } catch (AmqpException e) {
            throw new NotParked(queue, String.valueOf(e.getMessage()));
        }
        if (!answer.isConfirmed()) {
            throw new NotParked(queue, answer.toString());
        }
        parked(queue).increment();
        // the trace would say nothing of a message that cannot even be read
        var trace = cause instanceof MalformedFact ? null : cause;
        LOG.error(
                "A message is parked: queue={} message={} cause=\"{}\"",
                queue,
                message.getMessageProperties().getMessageId(),
                reason,
                trace);
    }

    static final class NotParked extends RuntimeException {
        NotParked(String queue, String reason) {
            super("The broker did not take a message to park queue=%s reason=%s".formatted(queue, reason));
        }
    }
}
