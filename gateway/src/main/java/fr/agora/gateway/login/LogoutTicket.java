package fr.agora.gateway.login;

import fr.agora.gateway.PublicUrl;
import fr.agora.gateway.session.Credentials;
import fr.agora.gateway.session.Sessions;
import fr.agora.gateway.session.SessionsUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The identity token on its way to a logout on a host of Keycloak's own, where the cookie of {@link LogoutHint} does not
 * go: it waits in the session store, and the address holds what it is found by, once and within a minute. ADR 55.
 */
@Component
class LogoutTicket {

    static final String PARAMETER = "ticket";

    private static final Logger log = LoggerFactory.getLogger(LogoutTicket.class);
    private static final Pattern WRITTEN = Pattern.compile("(?:^|&)" + PARAMETER + "=([A-Za-z0-9_-]{43})(?:&|$)");

    private final Sessions sessions;
    private final boolean wanted;

    LogoutTicket(Sessions sessions, PublicUrl site) {
        this.sessions = sessions;
        this.wanted = site.identityIsApart();
    }

    boolean isWanted() {
        return wanted;
    }

    /** Null without a token: Keycloak then asks the person once more. */
    @Nullable
    String give(@Nullable Credentials credentials) {
        String idToken = credentials == null ? null : credentials.idToken();
        return idToken == null ? null : sessions.keepForLogout(idToken);
    }

    /** The token whose ticket this browser brings, or null. */
    @Nullable
    String redeem(HttpServletRequest request) {
        String query = request.getQueryString();
        Matcher ticket = WRITTEN.matcher(query == null ? "" : query);
        try {
            return ticket.find() ? sessions.takeForLogout(ticket.group(1)) : null;
        } catch (SessionsUnavailable trouble) {
            log.warn("The session store does not answer, Keycloak asks. cause={}", String.valueOf(trouble.getCause()));
            return null;
        }
    }
}
