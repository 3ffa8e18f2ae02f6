package fr.agora.gateway.login;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import fr.agora.gateway.PublicUrl;
import fr.agora.gateway.session.SessionCookie;
import fr.agora.gateway.session.Sessions;
import fr.agora.gateway.session.Visitor;
import fr.agora.platform.ui.PageRenderer;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
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
    private final PageRenderer pages;

    Logout(
            Sessions sessions,
            SessionCookie cookie,
            LogoutHint hint,
            LogoutTicket ticket,
            PublicUrl site,
            PageRenderer pages) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.hint = hint;
        this.ticket = ticket;
        this.site = site;
        this.pages = pages;
    }

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> logoutRoute() {
        return route().POST("/deconnexion", this::leave)
                // whoever changes the language of the page on the way
                .GET(
                        "/deconnexion",
                        _ -> ServerResponse.seeOther(URI.create("/")).build())
                .build();
    }

    private ServerResponse leave(ServerRequest request) {
        Visitor visitor = Visitor.of(request.servletRequest());
        if (visitor == null) {
            return ServerResponse.seeOther(URI.create("/")).build((asked, response) -> {
                forget(response);
                return null;
            });
        }
        String goodbye = keycloakGoodbye(ticket.isWanted() ? ticket.give(visitor.credentials()) : null)
                .toString();
        return ServerResponse.ok().build((asked, response) -> {
            sessions.end(visitor.key());
            if (!ticket.isWanted()) {
                hint.give(visitor.credentials(), response);
            }
            forget(response);
            Visitor.leave(asked);
            // by a page, not by a redirect: browsers hold each step a form leads to against the policy of its page, and
            // ProConnect, with whoever is behind it, is on hosts that no policy of ours can name
            response.setHeader("Refresh", "0; url=" + goodbye);
            response.setHeader("Cache-Control", "no-store");
            pages.render(asked, response, 200, "login/goodbye", Map.of("onward", goodbye));
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
