package fr.agora.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Queue;

/** The requester's side of a replay: asks an owner for all its current states and waits until they are in. */
public final class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final MessagingSettings settings;
    private final ContractTopology topology;
    private final AmqpAdmin admin;
    private final Listeners listeners;
    private final ConfirmedPublisher publisher;
    private final Parking parking;
    private final Clock clock;

    Replays(
            MessagingSettings settings,
            ContractTopology topology,
            AmqpAdmin admin,
            Listeners listeners,
            ConfirmedPublisher publisher,
            Parking parking,
            Clock clock) {
        this.settings = settings;
        this.topology = topology;
        this.admin = admin;
        this.listeners = listeners;
        this.publisher = publisher;
        this.parking = parking;
        this.clock = clock;
    }

    /**
     * Has the handler take in every current state of a kind, then returns; the live subscription goes on beside it.
     *
     * @param owner who is asked, as in {@code agora.<owner>.<fact>.v1}
     * @param kind what is asked for, as the owner's {@link ReplaySource} calls it
     * @throws ReplayFailed when the broker or the owner does not answer in time, or facts are missing in the end
     */
    public Outcome request(String owner, String kind, FactHandler handler) {
        if (!topology.hearsOwner(owner)) {
            throw new IllegalArgumentException("This service hears nothing from \"%s\"".formatted(owner));
        }
        var requestId = UUID.randomUUID().toString();
        var queue = "%s.replay.%s.%s.%s".formatted(settings.name(), owner, kind, requestId);
        var begun = System.nanoTime();
        try {
            // exclusive: gone with the connection, so that a crash leaves no queue behind
            admin.declareQueue(new Queue(queue, false, true, false));
            try {
                return receive(owner, kind, requestId, queue, handler, begun);
            } finally {
                delete(queue);
            }
        } catch (AmqpException e) {
            throw new ReplayFailed("The broker is away, %s was not asked for %s".formatted(owner, kind), e);
        }
    }

    private Outcome receive(
            String owner, String kind, String requestId, String queue, FactHandler handler, long begun) {
        var stopping = new Stopping();
        // what the handler cannot digest goes where the live facts of this owner go
        var delivery = new Delivery(
                ContractTopology.queue(settings.name(), owner),
                handler,
                topology::hearing,
                parking,
                settings.listening(),
                stopping);
        var reception = new ReplayReception(requestId, delivery);
        var container = listeners.listening(queue, reception::take);
        try {
            container.start();
            ask(owner, kind, requestId, queue);
            reception.await(owner, kind, settings.replay());
            var outcome =
                    new Outcome(reception.received(), reception.parked(), Duration.ofNanos(System.nanoTime() - begun));
            LOG.info("A copy was filled again: owner={} kind={} outcome={}", owner, kind, outcome);
            return outcome;
        } finally {
            stopping.begin();
            container.stop();
            container.destroy();
        }
    }

    private void ask(String owner, String kind, String requestId, String queue) {
        var request = Envelope.entry(
                Contracts.REPLAY_REQUESTED,
                requestId,
                new ReplayAnswers.Request(owner, kind, queue, requestId),
                0,
                clock.instant());
        var answer = publisher.publish(new Outgoing(
                ContractTopology.PLATFORM, ContractTopology.replayRoutingKey(owner), Messages.of(request)));
        if (!answer.isConfirmed()) {
            throw new ReplayFailed("%s was not asked for %s: %s".formatted(owner, kind, answer));
        }
    }

    private void delete(String queue) {
        try {
            admin.deleteQueue(queue);
        } catch (AmqpException e) {
            LOG.debug("The private queue of a replay went with its connection queue={}", queue);
        }
    }

    /**
     * What a replay brought.
     *
     * @param received how many facts the owner sent
     * @param parked how many of them were parked instead of taken in
     * @param took from the request to the last fact
     */
    public record Outcome(long received, long parked, Duration took) {}
}
