package fr.agora.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Hands messages to the broker, persistent and mandatory, and says of each whether the broker vouches for it. */
final class ConfirmedPublisher {

    private final RabbitTemplate template;
    private final Duration timeout;

    ConfirmedPublisher(ConnectionFactory connections, Duration timeout) {
        if (!connections.isPublisherConfirms() || !connections.isPublisherReturns()) {
            throw new IllegalStateException(
                    "Facts would be lost in silence: spring.rabbitmq.publisher-confirm-type must be"
                            + " \"correlated\" and spring.rabbitmq.publisher-returns \"true\"");
        }
        this.template = new RabbitTemplate(connections);
        this.template.setMandatory(true);
        this.timeout = timeout;
    }

    Publication publish(Outgoing message) {
        return publish(List.of(message)).getFirst();
    }

    /**
     * Publishes all of them before waiting for any confirm.
     *
     * @return one answer for each message, in order
     * @throws AmqpException when the broker cannot be reached; none of them is then known to be there
     */
    List<Publication> publish(List<Outgoing> messages) {
        var correlations = new ArrayList<CorrelationData>(messages.size());
        // one channel for all of them: left to itself the template opens one for each unconfirmed message
        template.<Object>invoke(channel -> {
            for (var outgoing : messages) {
                outgoing.message().getMessageProperties().setDeliveryMode(MessageDeliveryMode.PERSISTENT);
                var correlation = new CorrelationData(UUID.randomUUID().toString());
                channel.send(outgoing.exchange(), outgoing.routingKey(), outgoing.message(), correlation);
                correlations.add(correlation);
            }
            return Boolean.TRUE;
        });
        var deadline = System.nanoTime() + timeout.toNanos();
        return correlations.stream()
                .map(correlation -> await(correlation, deadline - System.nanoTime()))
                .toList();
    }

    private static Publication await(CorrelationData correlation, long nanos) {
        try {
            var confirm = correlation.getFuture().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            var returned = correlation.getReturned();
            // before the acknowledgement: some brokers confirm what they have just returned, others refuse it
            if (returned != null) {
                return new Publication.Unroutable("%s exchange=%s routingKey=%s"
                        .formatted(returned.getReplyText(), returned.getExchange(), returned.getRoutingKey()));
            }
            return confirm.ack()
                    ? new Publication.Confirmed()
                    : new Publication.Unconfirmed("refused: " + confirm.reason());
        } catch (TimeoutException e) {
            return new Publication.Unconfirmed("no confirm in time");
        } catch (ExecutionException e) {
            return new Publication.Unconfirmed(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Publication.Unconfirmed("interrupted");
        }
    }
}
