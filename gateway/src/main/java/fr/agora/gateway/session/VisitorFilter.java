package fr.agora.gateway.session;

import fr.agora.gateway.pages.Notice;
import fr.agora.gateway.pages.Notices;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Recognises the person behind a request: one look-up, and only when the cookie is there. */
@Component
@Order(-130)
class VisitorFilter extends HttpFilter {

    private static final Logger log = LoggerFactory.getLogger(VisitorFilter.class);

    private final transient Sessions sessions;
    private final transient SessionCookie cookie;
    private final transient Notices notices;

    VisitorFilter(Sessions sessions, SessionCookie cookie, Notices notices) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.notices = notices;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = cookie.in(request);
        if (id == null || knowsNoVisitor(request.getRequestURI()) || Visitor.bringsBearer(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            recognise(id, request);
            chain.doFilter(request, response);
        } catch (SessionsUnavailable trouble) {
            log.warn("The session store does not answer. cause={}", String.valueOf(trouble.getCause()));
            notices.write(Notice.SESSIONS_DOWN, request, response);
        }
    }

    private void recognise(String id, HttpServletRequest request) {
        Visitor visitor = sessions.visitor(id);
        if (visitor != null) {
            visitor.enter(request);
        }
    }

    private static boolean knowsNoVisitor(String path) {
        return path.startsWith("/auth/") || path.startsWith("/assets/") || path.startsWith("/actuator/");
    }
}
