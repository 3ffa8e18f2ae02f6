package fr.agora.platform.messaging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/**
 * The exchanges, queues and bindings of one service, derived from the contracts' descriptors: owner and consumers
 * declare the same ones with the same arguments, so that whoever starts first, a fact has somewhere to go.
 */
public final class ContractTopology {

    static final String PLATFORM = "platform.events";

    /** Far above what comings and goings of a consumer add up to: the default of 20 would lose messages. */
    private static final int MOST_DELIVERIES = 1_000_000;

    /** A full queue makes the broker refuse, and the outbox keep, what no longer fits. */
    private static final long LONGEST_QUEUE = 1_000_000;

    private final String name;
    private final boolean quorum;
    private final Contracts contracts;
    private final Map<String, Declarable> declared = new LinkedHashMap<>();

    ContractTopology(String name, boolean quorum, Contracts contracts) {
        this.name = name;
        this.quorum = quorum;
        this.contracts = contracts;
        describe();
    }

    /** The queue a consumer hears an owner on. */
    public static String queue(String consumer, String owner) {
        return consumer + "." + owner + "-events";
    }

    static String parked(String queue) {
        return queue + ".parked";
    }

    static String replayInbox(String owner) {
        return owner + ".replay-requests";
    }

    static String replayRoutingKey(String owner) {
        return Contracts.REPLAY_REQUESTED.routingKey() + "." + owner;
    }

    Declarables declarables() {
        return new Declarables(List.copyOf(declared.values()));
    }

    /** The queues this service consumes, each with a parking queue beside it. */
    Collection<String> inboxes() {
        var inboxes =
                heardOwners().stream().map(owner -> queue(name, owner)).collect(Collectors.toCollection(TreeSet::new));
        if (!contracts.ownedBy(name).isEmpty()) {
            inboxes.add(replayInbox(name));
        }
        return inboxes;
    }

    Hearing hearing(FactType type) {
        var heard = contracts.heardBy(name).stream().map(Contract::type).toList();
        if (heard.contains(type)) {
            return Hearing.HEARD;
        }
        return heard.stream().anyMatch(type::isAnotherVersionOf) ? Hearing.IN_ANOTHER_VERSION : Hearing.UNKNOWN;
    }

    boolean hearsOwner(String owner) {
        return heardOwners().contains(owner);
    }

    private Collection<String> heardOwners() {
        return contracts.heardBy(name).stream()
                .map(contract -> contract.type().owner())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void describe() {
        var platform = exchange(PLATFORM);
        for (var contract : contracts.ownedBy(name)) {
            contract.consumers().forEach(consumer -> route(contract.type(), consumer));
            exchange(contract.type().exchange());
        }
        contracts.heardBy(name).forEach(contract -> route(contract.type(), name));
        var inboxOwners = contracts.ownedBy(name).isEmpty() ? Stream.<String>empty() : Stream.of(name);
        // what the platform itself tells is a happening: there is nobody to ask for it again
        var asked = heardOwners().stream()
                .filter(owner -> !FactType.exchangeOf(owner).equals(PLATFORM));
        Stream.concat(inboxOwners, asked).forEach(owner -> {
            var inbox = withParking(replayInbox(owner));
            bind(inbox, platform, replayRoutingKey(owner));
        });
    }

    private void route(FactType type, String consumer) {
        bind(withParking(queue(consumer, type.owner())), exchange(type.exchange()), type.routingKey());
    }

    private TopicExchange exchange(String exchange) {
        return (TopicExchange) declared.computeIfAbsent(exchange, key -> new TopicExchange(key, true, false));
    }

    private Queue withParking(String queue) {
        queue(parked(queue));
        return queue(queue);
    }

    private Queue queue(String queue) {
        return (Queue) declared.computeIfAbsent("queue " + queue, key -> build(queue));
    }

    private Queue build(String queue) {
        // the embedded broker closes the connection on an argument it does not know: none at all there
        if (!quorum) {
            return QueueBuilder.durable(queue).build();
        }
        return QueueBuilder.durable(queue)
                .quorum()
                .deliveryLimit(MOST_DELIVERIES)
                .maxLength(LONGEST_QUEUE)
                .overflow(QueueBuilder.Overflow.rejectPublish)
                .build();
    }

    private void bind(Queue queue, TopicExchange exchange, String routingKey) {
        declared.computeIfAbsent(
                "binding %s %s %s".formatted(queue.getName(), exchange.getName(), routingKey),
                key -> new Binding(
                        queue.getName(), Binding.DestinationType.QUEUE, exchange.getName(), routingKey, Map.of()));
    }
}
