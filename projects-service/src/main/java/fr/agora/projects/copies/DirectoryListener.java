package fr.agora.projects.copies;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Subscription;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears the directory. */
@Configuration(proxyBeanMethods = false)
class DirectoryListener {

    private static final FactType PUBLISHED = new FactType("agora.directory.organization-published.v1");
    private static final FactType WITHDRAWN = new FactType("agora.directory.organization-withdrawn.v1");

    @Bean
    Subscription directory(Organizations copies, List<DirectoryNews> others, ApplicationEventPublisher heard) {
        return new Subscription("directory", facts -> {
            for (Fact fact : facts) {
                others.forEach(each -> each.heard(fact));
                if (fact.is(PUBLISHED)) {
                    copies.published(fact.as(Organization.class), fact.revision());
                } else if (fact.is(WITHDRAWN)) {
                    copies.withdrawn(fact.subject(), fact.revision());
                } else {
                    continue;
                }
                // told even when the copy was newer: a first attempt may have died between the copy and the use cases
                heard.publishEvent(new OrganizationHeard(fact.subject()));
            }
        });
    }
}
