package fr.agora.gateway.login;

import fr.agora.gateway.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Keycloak says that a login is over: its sessions end here too, whichever gateway opened them. */
@Component
class BackChannel implements LogoutHandler {

    private static final Logger log = LoggerFactory.getLogger(BackChannel.class);

    private final Sessions sessions;

    BackChannel(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcLogoutToken token)) {
            return;
        }
        String keycloakSession = token.getSessionId();
        long ended = keycloakSession != null
                ? sessions.endOfKeycloakSession(keycloakSession)
                : sessions.endOfSubject(Objects.requireNonNull(token.getSubject(), "names a session or an account"));
        log.info("Logged out by the back channel. subject={} sessions={}", token.getSubject(), ended);
    }
}
