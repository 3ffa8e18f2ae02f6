package fr.agora.gateway.keycloak;

import fr.agora.gateway.pages.Notice;
import fr.agora.gateway.pages.Notices;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Ends a session of somebody's for a login of the last minutes only: whoever sits at an open screen proves themselves. */
@Component
@Order(-105)
class SessionEnding extends HttpFilter {

    private static final Place SESSIONS = Place.of("/auth/realms/*/account/sessions/**");

    private final transient Duration age;
    private final transient Clock clock;
    private final transient Notices notices;

    SessionEnding(AccountLogins logins, Clock clock, Notices notices) {
        this.age = logins.ending();
        this.clock = clock;
        this.notices = notices;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("DELETE") || !SESSIONS.isAskedForBy(request) || isFresh(request)) {
            chain.doFilter(request, response);
            return;
        }
        // RFC 9470
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer error=\"insufficient_user_authentication\", max_age=\"" + age.toSeconds() + "\"");
        notices.write(Notice.LOGIN_TOO_OLD, request, response);
    }

    /** By the one token that is brought: of two, Keycloak might read the other. */
    private boolean isFresh(HttpServletRequest request) {
        List<String> brought = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        return brought.size() == 1
                && AccessToken.broughtBy(brought.getFirst())
                        .filter(token -> !token.login().plus(age).isBefore(clock.instant()))
                        .isPresent();
    }
}
