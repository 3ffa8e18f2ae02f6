package fr.agora.platform.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/** Runs one listener for each subscription, and one for the replays others ask of this service. */
final class Subscriptions implements SmartLifecycle {

    private final String name;
    private final ContractTopology topology;
    private final List<Subscription> subscriptions;
    private final Listeners listeners;
    private final Parking parking;
    private final MessagingSettings.Listening settings;
    private final List<ReplayAnswers> answers;
    private final List<SimpleMessageListenerContainer> running = new ArrayList<>();
    private Stopping stopping = new Stopping();

    Subscriptions(
            String name,
            ContractTopology topology,
            List<Subscription> subscriptions,
            Listeners listeners,
            Parking parking,
            MessagingSettings.Listening settings,
            List<ReplayAnswers> answers) {
        this.name = name;
        this.topology = topology;
        this.subscriptions = List.copyOf(subscriptions);
        this.listeners = listeners;
        this.parking = parking;
        this.settings = settings;
        this.answers = List.copyOf(answers);
        check();
    }

    private void check() {
        var owners = new HashSet<String>();
        for (var subscription : subscriptions) {
            if (!topology.hearsOwner(subscription.owner())) {
                throw new IllegalStateException(
                        "No descriptor names %s among the consumers of %s".formatted(name, subscription.owner()));
            }
            if (!owners.add(subscription.owner())) {
                throw new IllegalStateException("Two subscriptions to " + subscription.owner());
            }
        }
    }

    @Override
    public synchronized void start() {
        stopping = new Stopping();
        for (var subscription : subscriptions) {
            var queue = ContractTopology.queue(name, subscription.owner());
            var delivery = new Delivery(queue, subscription.handler(), topology::hearing, parking, settings, stopping);
            running.add(listeners.listening(queue, delivery::deliver));
        }
        for (var answer : answers) {
            running.add(listeners.listening(ContractTopology.replayInbox(name), 1, answer.listener(stopping)));
        }
        running.forEach(SimpleMessageListenerContainer::start);
    }

    @Override
    public synchronized void stop() {
        stopping.begin();
        // asked together, so that the waits for their batches overlap
        running.stream()
                .map(container -> Thread.ofVirtual().start(container::stop))
                .toList()
                .forEach(Subscriptions::await);
        running.forEach(SimpleMessageListenerContainer::destroy);
        running.clear();
    }

    private static void await(Thread stop) {
        try {
            stop.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }
}
