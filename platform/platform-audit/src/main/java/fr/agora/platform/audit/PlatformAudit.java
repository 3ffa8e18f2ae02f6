package fr.agora.platform.audit;

import fr.agora.platform.messaging.Lease;
import fr.agora.platform.messaging.Subscription;
import fr.agora.platform.security.KnownRequests;
import fr.agora.platform.ui.PageModule;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Gives a service its audit trail, with nothing to do in the service. */
@AutoConfiguration(
        afterName = {
            "fr.agora.platform.messaging.MessagingAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@EnableConfigurationProperties(AuditSettings.class)
@Import({AuditApi.class, AuditPages.class})
public class PlatformAudit {

    @Bean
    Journal ownJournal(
            @Value("${agora.messaging.name}") String service, @Value("${agora.audit.page:/journal}") String page) {
        return new Journal(service, page);
    }

    @Bean
    AuditEntries auditEntries(MongoTemplate store) {
        return new AuditEntries(store);
    }

    @Bean
    AuditTrail auditTrail(AuditEntries entries, Clock clock, AuditSettings settings) {
        return new AuditTrail(entries, clock, settings.hash());
    }

    @Bean
    ChainReading chainReading(AuditEntries entries) {
        return new ChainReading(entries);
    }

    @Bean
    Witnesses auditWitnesses(Journal own, MongoTemplate store) {
        return new Witnesses(own.service(), store);
    }

    @Bean
    Subscription platformFacts(Witnesses witnesses) {
        return new Subscription("platform", facts -> facts.forEach(witnesses::hear));
    }

    @Bean
    AuditUpkeep auditUpkeep(
            Journal own,
            AuditTrail trail,
            AuditEntries entries,
            MongoTemplate store,
            MongoDatabaseFactory databases,
            AuditSettings settings,
            Clock clock) {
        // known from the start, not from the first seal: the relay asks which documents have an outbox
        store.getConverter().getMappingContext().getPersistentEntity(AuditSeal.class);
        store.getConverter().getMappingContext().getPersistentEntity(AuditEntry.class);
        Lease lease = new Lease(databases, "audit-upkeep", Duration.ofMinutes(4), clock);
        return new AuditUpkeep(own.service(), trail, entries, store, settings, lease, clock);
    }

    @Bean
    KnownRequests auditedRequests(
            AuditTrail trail,
            AuditSettings settings,
            ObjectProvider<RequestMappingHandlerMapping> handlers,
            Clock clock) {
        RefusalBound bound = new RefusalBound(settings.refusalsAMinute(), clock);
        // looked up late: the security chain is built before the handlers are known
        return new KnownRequests(
                new EndNote(trail, bound, () -> handlers.stream().findFirst().orElseThrow(), settings.secret()));
    }

    @Bean
    WebMvcConfigurer auditedHandlers(AuditTrail trail, AuditSettings settings) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new BeginningNote(trail, settings.secret()));
            }
        };
    }

    @Bean
    PageModule auditPagesModule() {
        return new PageModule("fr.agora.platform.audit.pages", "fr/agora/platform/audit/texts");
    }

    @Bean
    MeterBinder auditMetrics(Witnesses witnesses) {
        return registry -> Gauge.builder("agora.audit.differing", witnesses, Witnesses::differing)
                .description("Services whose audit trail is not what it was")
                .register(registry);
    }
}
