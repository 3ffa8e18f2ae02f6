package fr.agora.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The route table: who answers which path. No prefix is stripped, a service sees the path the browser asked for. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> directory(Forwardings to) {
        return routes(
                to,
                Neighbour.DIRECTORY,
                "/api/directory/**",
                "/annuaire/**",
                "/moi/**",
                "/contact-donnees/**",
                "/couverture/**",
                "/reseaux/**",
                "/messages/**",
                "/moderation/**",
                "/journal",
                "/journal/annuaire/**");
    }

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> projects(Forwardings to) {
        return routes(
                to,
                Neighbour.PROJECTS,
                "/api/projects/**",
                "/cas-usage/**",
                "/briques/**",
                "/reutilisations/**",
                "/accompagnement/**",
                "/financement/**",
                "/themes/**",
                "/donnees-reference/**",
                "/trophees/**",
                "/journal/cas-usage/**");
    }

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> jobs(Forwardings to) {
        return routes(
                to,
                Neighbour.JOBS,
                "/api/jobs/**",
                "/offres/**",
                "/candidatures/**",
                "/recrutement/**",
                "/talents/**",
                "/journal/offres/**");
    }

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> search(Forwardings to) {
        return routes(
                to,
                Neighbour.SEARCH,
                "/api/search/**",
                "/",
                "/recherche/**",
                "/alertes/**",
                "/accessibilite",
                "/mentions-legales",
                "/journal/recherche/**");
    }

    // administration stays on the inside network: its console and API (/auth/admin, not named here), the realm its
    // accounts log in to, and the registration of clients
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> keycloak(Forwardings to) {
        RequestPredicate inside = any("/auth/realms/master/**", "/auth/realms/*/clients-registrations/**");
        return routes(
                to,
                Neighbour.KEYCLOAK,
                any("/auth/realms/**", "/auth/resources/**").and(inside.negate()));
    }

    private static RouterFunction<ServerResponse> routes(Forwardings to, Neighbour neighbour, String... patterns) {
        return routes(to, neighbour, any(patterns));
    }

    private static RouterFunction<ServerResponse> routes(Forwardings to, Neighbour neighbour, RequestPredicate paths) {
        return route(neighbour.name().toLowerCase(Locale.ROOT))
                .route(paths, to.to(neighbour))
                .build();
    }

    private static RequestPredicate any(String... patterns) {
        return Stream.of(patterns)
                .map(pattern -> (RequestPredicate) path(pattern))
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }
}
