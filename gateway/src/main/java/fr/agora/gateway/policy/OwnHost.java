package fr.agora.gateway.policy;

import fr.agora.gateway.PublicUrl;
import fr.agora.gateway.pages.Notice;
import fr.agora.gateway.pages.Notices;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Where Keycloak's pages have a host of their own: nothing of the site is served there, and nothing of Keycloak's
 * anywhere else, so that no script of the site's pages reaches a login. ADR 55.
 */
@Component
@Order(-185)
class OwnHost extends HttpFilter {

    private static final Set<String> PROBES =
            Set.of("/livez", "/readyz", "/actuator/health/liveness", "/actuator/health/readiness");

    private final transient PublicUrl addresses;
    private final transient Notices notices;
    private final boolean apart;

    OwnHost(PublicUrl addresses, Notices notices) {
        this.addresses = addresses;
        this.notices = notices;
        this.apart = addresses.identityIsApart();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!apart || isForBoth(path) || isOnTheLogins(request) == path.startsWith("/auth/")) {
            chain.doFilter(request, response);
        } else if (path.equals("/")) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", addresses.of("/"));
        } else {
            notices.write(Notice.NOT_FOUND, request, response);
        }
    }

    // by what the browser wrote: any script may send an X-Forwarded-Host, and none a Host. Whoever names neither host,
    // from inside or without one, is served as the site is
    private boolean isOnTheLogins(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host != null && addresses.isIdentityHost(host);
    }

    // what a page that says why the login does not come is drawn with, and whether the gateway is well
    private static boolean isForBoth(String path) {
        return path.startsWith("/assets/") || PROBES.contains(path);
    }
}
