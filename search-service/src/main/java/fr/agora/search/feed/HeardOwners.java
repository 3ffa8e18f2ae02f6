package fr.agora.search.feed;

import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Subscription;
import fr.agora.search.alert.Alerts;
import fr.agora.search.index.CatalogueIndex;
import fr.agora.search.meaning.Meanings;
import fr.agora.search.reader.Readers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom this service hears. */
@Configuration(proxyBeanMethods = false)
class HeardOwners {

    private static final FactType ERASED = new FactType("agora.directory.member-erased.v1");

    @Bean
    Subscription directory(CatalogueIndex index, Readers readers, Alerts alerts, Meanings meanings) {
        var feed = new Feed(index, alerts, meanings);
        return new Subscription("directory", facts -> {
            readers.hear(facts);
            facts.stream()
                    .filter(fact -> fact.is(ERASED))
                    .map(fact -> fact.as(Erased.class).accountId())
                    .filter(Objects::nonNull)
                    .forEach(alerts::forget);
            feed.handle(facts);
        });
    }

    @Bean
    Subscription projects(CatalogueIndex index, Alerts alerts, Meanings meanings) {
        return new Subscription("projects", new Feed(index, alerts, meanings));
    }

    @Bean
    Subscription jobs(CatalogueIndex index, Alerts alerts, Meanings meanings) {
        return new Subscription("jobs", new Feed(index, alerts, meanings));
    }

    private record Erased(@Nullable String accountId) {}
}
