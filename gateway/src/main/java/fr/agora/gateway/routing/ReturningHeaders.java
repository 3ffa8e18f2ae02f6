package fr.agora.gateway.routing;

import fr.agora.gateway.keycloak.BoundCookies;
import fr.agora.gateway.session.SessionCookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** What a browser gets to read of a neighbour's answer: nothing about the inside, and no cookie in our name. */
final class ReturningHeaders {

    private static final Set<String> INSIDE =
            Set.of("server", "x-powered-by", "via", "x-application-context", "content-length", "date", "traceparent");

    /** The gateway alone says these, see SecurityHeaders. */
    private static final Set<String> POLICY = Set.of(
            "content-security-policy",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "strict-transport-security");

    private final boolean ownPolicy;
    private final String inside;

    ReturningHeaders(Neighbour neighbour, String insideAddress) {
        this.ownPolicy = neighbour.speaksForItself();
        this.inside = insideAddress;
    }

    void write(ClassicHttpResponse from, BoundCookies keycloaks, HttpServletResponse to) {
        Header connection = from.getFirstHeader("Connection");
        String named = connection == null ? null : connection.getValue();
        Iterator<Header> headers = from.headerIterator();
        while (headers.hasNext()) {
            Header header = headers.next();
            String name = header.getName();
            String value = header.getValue();
            String lowerCase = name.toLowerCase(Locale.ROOT);
            if (value == null || stops(lowerCase) || HopByHop.stops(lowerCase, named)) {
                continue;
            }
            if (lowerCase.equals("location") && value.startsWith(inside)) {
                value = outside(value);
            }
            if (lowerCase.equals("set-cookie")) {
                value = kept(value, keycloaks);
                if (value == null) {
                    continue;
                }
            }
            if (ownPolicy && POLICY.contains(lowerCase)) {
                to.setHeader(name, value);
            } else {
                to.addHeader(name, value);
            }
        }
        // whoever says nothing of it may have answered with what is one person's; a 304 leaves what was said before
        if (from.getCode() != 304 && !to.containsHeader("Cache-Control")) {
            to.setHeader("Cache-Control", "no-store");
        }
    }

    private boolean stops(String lowerCase) {
        return INSIDE.contains(lowerCase)
                || lowerCase.startsWith("x-agora-")
                || (!ownPolicy && POLICY.contains(lowerCase));
    }

    private @Nullable String kept(String setCookie, BoundCookies keycloaks) {
        if (SessionCookie.isSetBy(setCookie)) {
            return null;
        }
        if (ownPolicy) {
            return keycloaks.toBrowser(setCookie);
        }
        return BoundCookies.isSetBy(setCookie) ? null : setCookie;
    }

    private String outside(String location) {
        String path = location.substring(inside.length());
        return path.startsWith("/") ? path : "/" + path;
    }
}
