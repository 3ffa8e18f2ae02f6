package fr.agora.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
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

    // what logging in, the account pages and ProConnect ask for, and nothing else: administration stays on the inside
    // network (its console and API, the realm its accounts log in to, the registration of clients), and so does what no
    // client of ours uses (SAML, logins by another device or a back channel)
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> keycloak(Forwardings to) {
        RequestPredicate pages = any(
                "/auth/realms/*/account/**",
                "/auth/realms/*/broker/**",
                "/auth/realms/*/login-actions/**",
                "/auth/realms/*/protocol/openid-connect/**",
                "/auth/realms/*/.well-known/**");
        RequestPredicate inside = any(
                "/auth/realms/master/**",
                "/auth/realms/*/protocol/openid-connect/ext/**",
                "/auth/realms/*/protocol/openid-connect/auth/device/**",
                // the same again under a version: what is said of an address below would not be said of it there
                "/auth/realms/*/account/{version:v\\d.*}/**");
        // whom a login is for stands in its address, where AccountEntry reads it
        RequestPredicate login = any(
                "/auth/realms/*/protocol/openid-connect/auth/**",
                "/auth/realms/*/protocol/openid-connect/registrations/**",
                "/auth/realms/*/protocol/openid-connect/forgot-credentials/**");
        RequestPredicate byForm = method(HttpMethod.POST).and(login);
        // takes a second factor away without a new login; the account pages ask for the action delete_credential
        RequestPredicate unasked = method(HttpMethod.DELETE).and(path("/auth/realms/*/account/credentials/**"));
        // Keycloak before 26.7.4 keeps the texts of every language it is asked for, made up or not (CVE-2026-79651):
        // a theme's file lies four names deep, its texts three, in the realm's languages
        RequestPredicate looks = any("/auth/resources/*/*/*/*/**", "/auth/resources/*/*/{language:fr|en}");
        return routes(
                to,
                Neighbour.KEYCLOAK,
                pages.and(inside.or(unasked).or(byForm).negate()).or(looks));
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
