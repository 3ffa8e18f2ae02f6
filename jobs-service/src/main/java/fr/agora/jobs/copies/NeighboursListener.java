package fr.agora.jobs.copies;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Subscription;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears the directory and the projects. */
@Configuration(proxyBeanMethods = false)
class NeighboursListener {

    static final FactType ORGANIZATION_PUBLISHED = new FactType("agora.directory.organization-published.v1");
    static final FactType ORGANIZATION_WITHDRAWN = new FactType("agora.directory.organization-withdrawn.v1");
    static final FactType USE_CASE_PUBLISHED = new FactType("agora.projects.use-case-published.v1");
    static final FactType USE_CASE_WITHDRAWN = new FactType("agora.projects.use-case-withdrawn.v1");

    @Bean
    Subscription directory(Organizations copies, List<DirectoryFacts> others, ApplicationEventPublisher heard) {
        return new Subscription("directory", facts -> {
            for (Fact fact : facts) {
                if (fact.is(ORGANIZATION_PUBLISHED)) {
                    copies.published(fact.as(Organization.class), fact.revision());
                } else if (fact.is(ORGANIZATION_WITHDRAWN)) {
                    copies.withdrawn(fact.subject(), fact.revision());
                } else {
                    others.forEach(part -> part.hear(fact));
                    continue;
                }
                // told even when the copy was newer: a first attempt may have died between the copy and the offers
                heard.publishEvent(new OrganizationHeard(fact.subject()));
            }
        });
    }

    @Bean
    Subscription projects(UseCases copies, ApplicationEventPublisher heard) {
        return new Subscription("projects", facts -> {
            for (Fact fact : facts) {
                if (fact.is(USE_CASE_PUBLISHED)) {
                    copies.published(fact.as(UseCase.Told.class).useCase(), fact.revision());
                } else if (fact.is(USE_CASE_WITHDRAWN)) {
                    copies.withdrawn(fact.subject(), fact.revision());
                } else {
                    continue;
                }
                heard.publishEvent(new UseCaseHeard(fact.subject()));
            }
        });
    }
}
