package fr.agora.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** The way out, for services that have a store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(MongoDatabaseFactory.class)
class OutboxConfiguration {

    @Bean
    Revisions revisions(MongoDatabaseFactory databases) {
        return new Revisions(databases);
    }

    @Bean
    Outboxes outboxes(MongoDatabaseFactory databases, MongoMappingContext mappings) {
        return new Outboxes(databases, mappings);
    }

    @Bean
    OutboxState outboxState() {
        return new OutboxState();
    }

    @Bean
    OutboxRelay outboxRelay(
            Outboxes outboxes,
            MongoDatabaseFactory databases,
            ConfirmedPublisher publisher,
            OutboxState state,
            MessagingSettings settings) {
        var outbox = settings.outbox();
        // not the service's clock: tests hold that one still, and waits must end all the same
        var running = Clock.systemUTC();
        var retries = new Retries(new Backoff(outbox.firstRetry(), outbox.longestRetry()), System::nanoTime);
        var publishing = new OutboxPublishing(
                outboxes, publisher, retries, state, outbox.largestFact().toBytes());
        return new OutboxRelay(
                outboxes,
                publishing,
                retries,
                new Lease(databases, "outbox-relay", outbox.lease(), running),
                state,
                outbox);
    }

    @Bean
    SaveNudges saveNudges(OutboxRelay relay) {
        return new SaveNudges(relay);
    }

    @Bean
    MeterBinder outboxMetrics(OutboxState state) {
        return registry -> {
            Gauge.builder("agora.outbox.pending", state.pending, Number::doubleValue)
                    .description("Documents with facts that wait to be published")
                    .register(registry);
            Gauge.builder("agora.outbox.parked", state.parked, Number::doubleValue)
                    .description("Documents with facts that cannot be sent")
                    .register(registry);
        };
    }

    @Bean
    HealthIndicator outboxHealthIndicator(OutboxState state) {
        return new OutboxHealth(state);
    }
}
