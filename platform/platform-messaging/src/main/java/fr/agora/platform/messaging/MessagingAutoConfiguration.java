package fr.agora.platform.messaging;

import fr.agora.platform.tracing.Tracing;
import fr.agora.platform.tracing.TracingAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Gives a service its topology, its subscriptions and, where it has a store, its outbox relay and revisions. */
@AutoConfiguration(
        after = {RabbitAutoConfiguration.class, DataMongoAutoConfiguration.class, TracingAutoConfiguration.class},
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean({ConnectionFactory.class, AmqpAdmin.class})
@EnableConfigurationProperties(MessagingSettings.class)
@Import({OutboxConfiguration.class, ParkedMessagesConfiguration.class})
public class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ContractTopology contractTopology(
            MessagingSettings settings, @Value("${agora.broker.quorum:false}") boolean quorum) {
        return new ContractTopology(settings.name(), quorum, Contracts.onClassPath());
    }

    @Bean
    Declarables contractDeclarables(ContractTopology topology) {
        return topology.declarables();
    }

    @Bean
    ConfirmedPublisher confirmedPublisher(ConnectionFactory connections, MessagingSettings settings) {
        return new ConfirmedPublisher(connections, settings.outbox().confirmTimeout());
    }

    @Bean
    Parking parking(ConfirmedPublisher publisher, Clock clock, MeterRegistry meters) {
        return new Parking(publisher, clock, meters);
    }

    @Bean
    Listeners factListeners(ConnectionFactory connections, AmqpAdmin admin, MessagingSettings settings) {
        return new Listeners(connections, admin, settings.listening());
    }

    @Bean
    Replays replays(
            MessagingSettings settings,
            ContractTopology topology,
            AmqpAdmin admin,
            Listeners listeners,
            ConfirmedPublisher publisher,
            Parking parking,
            Clock clock) {
        return new Replays(settings, topology, admin, listeners, publisher, parking, clock);
    }

    @Bean
    Subscriptions subscriptions(
            MessagingSettings settings,
            ContractTopology topology,
            ObjectProvider<Subscription> subscriptions,
            ObjectProvider<ReplaySource> sources,
            Listeners listeners,
            ConfirmedPublisher publisher,
            Parking parking,
            Tracing tracing,
            MeterRegistry meters,
            Clock clock) {
        var kinds = sources.orderedStream().toList();
        var answers = kinds.isEmpty()
                ? List.<ReplayAnswers>of()
                : List.of(new ReplayAnswers(kinds, publisher, parking, settings, clock));
        return new Subscriptions(
                settings.name(),
                topology,
                subscriptions
                        .orderedStream()
                        .map(each -> observed(each, settings.name(), parking, tracing, meters, clock))
                        .toList(),
                listeners,
                parking,
                settings.listening(),
                answers);
    }

    private static Subscription observed(
            Subscription subscription,
            String name,
            Parking parking,
            Tracing tracing,
            MeterRegistry meters,
            Clock clock) {
        var queue = ContractTopology.queue(name, subscription.owner());
        parking.parked(queue);
        return new Subscription(
                subscription.owner(), new ObservedHandler(queue, subscription.handler(), tracing, meters, clock));
    }

    @Bean
    ParkedMessages parkedMessages(
            ContractTopology topology,
            AmqpAdmin admin,
            RabbitTemplate broker,
            ConfirmedPublisher publisher,
            Clock clock,
            ObjectProvider<Outboxes> outboxes,
            ObjectProvider<OutboxRelay> relay) {
        return new ParkedMessages(
                topology, admin, broker, publisher, clock, outboxes.getIfAvailable(), relay.getIfAvailable());
    }
}
