package fr.agora.search;

import fr.agora.platform.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Searching needs no account; what an account adds is decided inside each query. */
@Configuration(proxyBeanMethods = false)
class OpenedToAll {

    @Bean
    PublicEndpoints publicEndpoints() {
        return PublicEndpoints.reading(
                "/",
                "/recherche",
                "/recherche/flux.atom",
                "/recherche/carte",
                "/recherche/proches/{kind}/{id}",
                "/accessibilite",
                "/mentions-legales",
                "/api/search",
                "/api/search/suggestions",
                "/api/search/neighbours");
    }
}
