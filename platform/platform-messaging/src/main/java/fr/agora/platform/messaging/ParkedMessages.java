package fr.agora.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/** What was put aside, on the way in or on the way out, for an operator to look at and send on its way again. */
public final class ParkedMessages {

    /** Header: class and message of what went wrong. */
    public static final String CAUSE = "agora-parked-cause";
    /** Header: the queue it came from. */
    public static final String QUEUE = "agora-parked-queue";
    /** Header: when, in ISO 8601. */
    public static final String AT = "agora-parked-at";

    private final ContractTopology topology;
    private final AmqpAdmin admin;
    private final RabbitOperations broker;
    private final ConfirmedPublisher publisher;
    private final Clock clock;
    private final @Nullable Outboxes outboxes;
    private final @Nullable OutboxRelay relay;

    ParkedMessages(
            ContractTopology topology,
            AmqpAdmin admin,
            RabbitOperations broker,
            ConfirmedPublisher publisher,
            Clock clock,
            @Nullable Outboxes outboxes,
            @Nullable OutboxRelay relay) {
        this.topology = topology;
        this.admin = admin;
        this.broker = broker;
        this.publisher = publisher;
        this.clock = clock;
        this.outboxes = outboxes;
        this.relay = relay;
    }

    /** The queues of this service beside which messages may be parked. */
    public Collection<String> queues() {
        return topology.inboxes();
    }

    /** How many messages are parked beside a queue of this service. */
    public long count(String queue) {
        var information = admin.getQueueInfo(ContractTopology.parked(ours(queue)));
        return information == null ? 0 : information.getMessageCount();
    }

    /** How many beside each queue. */
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        queues().forEach(queue -> counts.put(queue, count(queue)));
        return counts;
    }

    /**
     * Moves parked messages back to the queue they came from, oldest first; each leaves the parking only once the
     * broker has confirmed its copy.
     *
     * @return how many were moved
     */
    public int replay(String queue, int max) {
        ours(queue);
        // one that fails again comes back behind the others: it must not be moved round and round
        var begun = clock.instant();
        var moved = broker.execute(channel -> {
            int count = 0;
            while (count < max && moveOne(channel, queue, begun)) {
                count++;
            }
            return count;
        });
        return moved == null ? 0 : moved;
    }

    private boolean moveOne(Channel channel, String queue, Instant begun) throws IOException {
        GetResponse parked = channel.basicGet(ContractTopology.parked(queue), false);
        if (parked == null) {
            return false;
        }
        var tag = parked.getEnvelope().getDeliveryTag();
        var properties = new DefaultMessagePropertiesConverter()
                .toMessageProperties(parked.getProps(), parked.getEnvelope(), "UTF-8");
        if (parkedSince(begun, properties)) {
            channel.basicNack(tag, false, true);
            return false;
        }
        var message = MessageBuilder.withBody(parked.getBody())
                .copyProperties(properties)
                .removeHeader(CAUSE)
                .removeHeader(QUEUE)
                .removeHeader(AT)
                .build();
        try {
            if (publisher.publish(Outgoing.toQueue(queue, message)).isConfirmed()) {
                channel.basicAck(tag, false);
                return true;
            }
        } catch (RuntimeException e) {
            channel.basicNack(tag, false, true);
            throw e;
        }
        channel.basicNack(tag, false, true);
        return false;
    }

    private static boolean parkedSince(Instant begun, MessageProperties properties) {
        try {
            return properties.getHeader(AT) instanceof String at
                    && !Instant.parse(at).isBefore(begun);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Facts the relay gave up on, still in their documents. */
    public List<ParkedFact> facts(int max) {
        var found = new ArrayList<ParkedFact>();
        if (outboxes != null) {
            outboxes.forEachParked(max, found::add);
        }
        return found.size() > max ? List.copyOf(found.subList(0, max)) : List.copyOf(found);
    }

    /** Lets the relay try parked facts again; those still unfit are parked again. */
    public int releaseFacts(int max) {
        var released = 0;
        for (var fact : facts(max)) {
            if (outboxes != null && relay != null) {
                outboxes.release(fact.collection(), fact.document(), fact.entry());
                relay.nudge(fact.collection(), fact.document());
                released++;
            }
        }
        return released;
    }

    private String ours(String queue) {
        if (!queues().contains(queue)) {
            throw new IllegalArgumentException("\"%s\" is none of %s".formatted(queue, queues()));
        }
        return queue;
    }

    /**
     * A fact parked in its document.
     *
     * @param collection where the document is
     * @param document its id
     * @param entry the fact's id
     * @param type the fact's type
     * @param occurredAt when it was announced
     * @param reason why it cannot be sent
     */
    public record ParkedFact(
            String collection, Object document, String entry, String type, Instant occurredAt, String reason) {}
}
