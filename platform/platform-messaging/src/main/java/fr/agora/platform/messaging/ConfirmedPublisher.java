package fr.agora.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.PublisherCallbackChannel;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Hands messages to the broker, persistent and mandatory, and says of each whether the broker vouches for it. */
final class ConfirmedPublisher {

    /** A broker that refuses what it cannot route may say why only afterwards. */
    private static final Duration EXPLANATION = Duration.ofMillis(500);

    private final Map<String, CompletableFuture<ReturnedMessage>> returns = new ConcurrentHashMap<>();
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
        this.template.setReturnsCallback(this::returned);
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
        var correlations = messages.stream()
                .map(message -> new CorrelationData(UUID.randomUUID().toString()))
                .toList();
        correlations.forEach(correlation -> returns.put(correlation.getId(), new CompletableFuture<>()));
        try {
            send(messages, correlations);
            var deadline = System.nanoTime() + timeout.toNanos();
            return correlations.stream()
                    .map(correlation -> await(correlation, deadline - System.nanoTime()))
                    .toList();
        } finally {
            correlations.forEach(correlation -> returns.remove(correlation.getId()));
        }
    }

    private void send(List<Outgoing> messages, List<CorrelationData> correlations) {
        // one channel for all of them: left to itself the template opens one for each unconfirmed message
        template.<Object>invoke(channel -> {
            for (int i = 0; i < messages.size(); i++) {
                var outgoing = messages.get(i);
                outgoing.message().getMessageProperties().setDeliveryMode(MessageDeliveryMode.PERSISTENT);
                channel.send(outgoing.exchange(), outgoing.routingKey(), outgoing.message(), correlations.get(i));
            }
            return Boolean.TRUE;
        });
    }

    private void returned(ReturnedMessage returned) {
        var correlation = returned.getMessage()
                .getMessageProperties()
                .<Object>getHeader(PublisherCallbackChannel.RETURNED_MESSAGE_CORRELATION_KEY);
        var waiting = returns.get(String.valueOf(correlation));
        if (waiting != null) {
            waiting.complete(returned);
        }
    }

    private Publication await(CorrelationData correlation, long nanos) {
        try {
            var confirm = correlation.getFuture().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            // asked before the acknowledgement is believed: RabbitMQ confirms what it has just returned
            var returned = confirm.ack() ? correlation.getReturned() : explanation(correlation, nanos);
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

    private @Nullable ReturnedMessage explanation(CorrelationData correlation, long nanos) throws InterruptedException {
        var waiting = returns.get(correlation.getId());
        try {
            return waiting == null
                    ? null
                    : waiting.get(Math.clamp(nanos, 0, EXPLANATION.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return null;
        }
    }
}
