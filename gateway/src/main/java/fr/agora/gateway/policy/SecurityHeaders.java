package fr.agora.gateway.policy;

import fr.agora.gateway.PublicUrl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells browsers what our pages never do. Keycloak's pages say it themselves. */
@Component
@Order(-200)
class SecurityHeaders extends HttpFilter {

    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "font-src 'self'; connect-src 'self'; form-action %s; img-src 'self' data:; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private final boolean secure;
    private final String content;

    SecurityHeaders(PublicUrl site) {
        this.secure = site.secure();
        // a form sent when the session is over leads to the login, and browsers hold each step of its way to this
        this.content = CONTENT.formatted(site.identityIsApart() ? "'self' " + site.identityOrigin() : "'self'");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!request.getRequestURI().startsWith("/auth/")) {
            response.setHeader("Content-Security-Policy", content);
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        chain.doFilter(request, response);
    }
}
