package fr.agora.platform.moderation;

import fr.agora.platform.ui.PageModule;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives a service the form; where there is no queue, what tells the queue and hears it too. */
@AutoConfiguration(
        afterName = {
            "fr.agora.platform.messaging.MessagingAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
public class PlatformModeration {

    @Bean
    ReportForms reportForms(Reports reports) {
        return new ReportForms(reports);
    }

    @Bean
    PageModule reportPagesModule() {
        return new PageModule("fr.agora.platform.moderation.pages", "fr/agora/platform/moderation/texts");
    }

    /** For services without a queue of their own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(Reports.class)
    static class Told {

        @Bean
        ToldReports toldReports(@Value("${agora.messaging.name}") String service, MongoTemplate store, Clock clock) {
            return new ToldReports(service, store, clock);
        }

        @Bean
        ModerationFacts moderationFacts(
                @Value("${agora.messaging.name}") String service, ToldReports reports, DecidedItems items) {
            return new ModerationFacts(service, reports, items);
        }

        @Bean
        ReportRetention reportRetention(ToldReports reports, Clock clock) {
            return new ReportRetention(reports, clock);
        }
    }
}
