package fr.agora.gateway.login;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import fr.agora.gateway.PublicUrl;
import fr.agora.gateway.session.SessionCookie;
import fr.agora.gateway.session.Sessions;
import fr.agora.gateway.session.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code POST /deconnexion}: out of this site first, then out of Keycloak, then home. */
@Configuration(proxyBeanMethods = false)
class Logout {

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final LogoutHint hint;
    private final LogoutTicket ticket;
    private final PublicUrl site;

    Logout(Sessions sessions, SessionCookie cookie, LogoutHint hint, LogoutTicket ticket, PublicUrl site) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.hint = hint;
        this.ticket = ticket;
        this.site = site;
    }

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> logoutRoute() {
        return route().POST("/deconnexion", this::leave).build();
    }

    private ServerResponse leave(ServerRequest request) {
        Visitor visitor = Visitor.of(request.servletRequest());
        String shown = visitor != null && ticket.isWanted() ? ticket.give(visitor.credentials()) : null;
        return ServerResponse.seeOther(visitor == null ? URI.create("/") : keycloakGoodbye(shown))
                .build((servletRequest, response) -> {
                    if (visitor != null) {
                        sessions.end(visitor.key());
                        if (!ticket.isWanted()) {
                            hint.give(visitor.credentials(), response);
                        }
                    }
                    forget(response);
                    return null;
                });
    }

    private void forget(HttpServletResponse response) {
        cookie.forget(response);
        // the pages the browser kept. Not its cookies: Keycloak's, on the same origin, are read once more by its own
        // logout;
        // not its storage: what is there, the choice of a theme, is nobody's
        response.setHeader("Clear-Site-Data", "\"cache\"");
    }

    // not the identity token: addresses stay in histories and logs, see LogoutHint
    private URI keycloakGoodbye(@Nullable String shown) {
        return UriComponentsBuilder.fromUriString(Identity.logoutAddress(site))
                .queryParam("client_id", Identity.CLIENT)
                .queryParam("post_logout_redirect_uri", "{home}")
                .queryParamIfPresent(LogoutTicket.PARAMETER, Optional.ofNullable(shown))
                .encode()
                .buildAndExpand(site.of("/"))
                .toUri();
    }
}
