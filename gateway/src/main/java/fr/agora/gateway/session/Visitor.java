package fr.agora.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The logged-in person behind a request.
 *
 * @param key the session's key in the store, a digest of what the cookie holds
 * @param csrf the token forms carry back
 * @param credentials null once Keycloak refused to renew them: the person has to log in again
 */
public record Visitor(
        String key, String subject, String csrf, @Nullable Credentials credentials) {

    private static final String ATTRIBUTE = Visitor.class.getName();

    /** The visitor the session filter found, or null for an anonymous request. */
    public static @Nullable Visitor of(HttpServletRequest request) {
        return (Visitor) request.getAttribute(ATTRIBUTE);
    }

    void enter(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** What answers this request from here on knows nobody. */
    public static void leave(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
    }

    /** A caller who brings its own token has no session here: one request, one token. */
    public static boolean bringsBearer(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && isBearer(authorization);
    }

    public static boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }
}
