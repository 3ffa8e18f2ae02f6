package fr.agora.search.feed;

import fr.agora.platform.messaging.Subscription;
import fr.agora.search.index.CatalogueIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom this service hears. */
@Configuration(proxyBeanMethods = false)
class HeardOwners {

    @Bean
    Subscription directory(CatalogueIndex index) {
        return new Subscription("directory", new Feed(index));
    }

    @Bean
    Subscription projects(CatalogueIndex index) {
        return new Subscription("projects", new Feed(index));
    }

    @Bean
    Subscription jobs(CatalogueIndex index) {
        return new Subscription("jobs", new Feed(index));
    }
}
