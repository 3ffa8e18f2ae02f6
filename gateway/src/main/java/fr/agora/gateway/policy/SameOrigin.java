package fr.agora.gateway.policy;

import fr.agora.gateway.PublicUrl;
import fr.agora.gateway.pages.Notice;
import fr.agora.gateway.pages.Notices;
import fr.agora.gateway.session.SessionCookie;
import fr.agora.gateway.session.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses a write that rides on someone's session from another site. */
@Component
@Order(-125)
class SameOrigin extends HttpFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final String origin;
    private final transient SessionCookie cookie;
    private final transient Notices notices;

    SameOrigin(PublicUrl site, SessionCookie cookie, Notices notices) {
        this.origin = site.origin();
        this.cookie = cookie;
        this.notices = notices;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SAFE.contains(request.getMethod()) || !ridesOnASession(request) || comesFromHere(request)) {
            chain.doFilter(request, response);
        } else {
            notices.write(Notice.CROSS_SITE, request, response);
        }
    }

    // by the cookie, not by the visitor: a session just swept must not open a gap
    private boolean ridesOnASession(HttpServletRequest request) {
        return cookie.in(request) != null
                && !Visitor.bringsBearer(request)
                && !request.getRequestURI().startsWith("/auth/");
    }

    private boolean comesFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return origin.equalsIgnoreCase(request.getHeader("Origin"));
    }
}
