package fr.agora.directory;

import fr.agora.platform.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What the directory opens to visitors: reading what is public. */
@Configuration(proxyBeanMethods = false)
class DirectoryAccess {

    @Bean
    PublicEndpoints openToVisitors() {
        return PublicEndpoints.reading(
                        "/annuaire",
                        "/annuaire/membres",
                        "/annuaire/membres/{id}",
                        "/annuaire/membres/{id}/photo/{photo}",
                        "/annuaire/pairs",
                        "/annuaire/organismes",
                        "/annuaire/organismes/{id:(?!nouveau$).*}",
                        "/api/directory/organizations",
                        "/api/directory/organizations/{id}",
                        "/api/directory/territories",
                        "/api/directory/territories/{code}",
                        "/api/directory/members",
                        "/api/directory/members/{id:(?!me$).*}",
                        "/api/directory/peers",
                        "/api/directory/my-data/schema",
                        // the key in the link is the authority
                        "/messages/desabonnement/{key}/{topic}")
                .and(HttpMethod.POST, "/messages/desabonnement/{key}/{topic}");
    }
}
