package fr.agora.gateway.routing;

import fr.agora.gateway.PublicUrl;
import fr.agora.gateway.keycloak.BoundCookies;
import fr.agora.gateway.login.Tokens;
import fr.agora.gateway.session.SessionCookie;
import fr.agora.gateway.session.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** What a neighbour gets to read: the caller's headers less those only we may say, plus ours. */
final class OutgoingHeaders {

    private static final Set<String> OURS = Set.of(
            "host", "content-length", "expect", "forwarded", "x-real-ip", "traceparent", "tracestate", "baggage");

    private final Tokens tokens;
    private final BoundCookies keycloaks;
    private final Forwarded ofTheSite;
    private final Forwarded ofTheLogin;

    OutgoingHeaders(PublicUrl publicUrl, Tokens tokens, BoundCookies keycloaks) {
        this.tokens = tokens;
        this.keycloaks = keycloaks;
        this.ofTheSite = Forwarded.of(publicUrl.origin());
        this.ofTheLogin = Forwarded.of(publicUrl.identityOrigin());
    }

    void write(HttpServletRequest from, Neighbour neighbour, @Nullable String trace, ClassicHttpRequest to) {
        String connection = from.getHeader("Connection");
        Enumeration<String> names = from.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            String lowerCase = name.toLowerCase(Locale.ROOT);
            if (isOurs(lowerCase) || HopByHop.stops(lowerCase, connection)) {
                continue;
            }
            Enumeration<String> values = from.getHeaders(name);
            while (values.hasMoreElements()) {
                String value = passed(lowerCase, values.nextElement(), neighbour);
                if (value != null) {
                    to.addHeader(name, value);
                }
            }
        }
        to.setHeader("X-Forwarded-For", from.getRemoteAddr());
        Forwarded address = neighbour.speaksForItself() ? ofTheLogin : ofTheSite;
        to.setHeader("X-Forwarded-Proto", address.scheme());
        to.setHeader("X-Forwarded-Host", address.host());
        to.setHeader("X-Forwarded-Port", address.port());
        to.setHeader("traceparent", trace == null ? newTrace() : trace);
        if (!neighbour.speaksForItself()) {
            writeVisitor(from, to);
        }
    }

    private void writeVisitor(HttpServletRequest from, ClassicHttpRequest to) {
        Visitor visitor = Visitor.of(from);
        if (visitor == null || to.containsHeader("Authorization")) {
            return;
        }
        String token = tokens.accessToken(visitor);
        if (token != null) {
            to.setHeader("Authorization", "Bearer " + token);
        }
        to.setHeader("X-Agora-Csrf", visitor.csrf());
    }

    private static boolean isOurs(String lowerCase) {
        return OURS.contains(lowerCase) || lowerCase.startsWith("x-agora-") || lowerCase.startsWith("x-forwarded-");
    }

    private @Nullable String passed(String lowerCase, String value, Neighbour neighbour) {
        return switch (lowerCase) {
            case "cookie" -> cookies(value, neighbour);
            // the services read bearer tokens and nothing else
            case "authorization" -> neighbour.speaksForItself() || Visitor.isBearer(value) ? value : null;
            default -> value;
        };
    }

    private @Nullable String cookies(String value, Neighbour neighbour) {
        String others = SessionCookie.without(value);
        if (others == null) {
            return null;
        }
        return neighbour.speaksForItself() ? keycloaks.toKeycloak(others) : keycloaks.toService(others);
    }

    private static String newTrace() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }

    /** Where the browser thinks it is. */
    private record Forwarded(String scheme, String host, String port) {

        static Forwarded of(String origin) {
            URI url = URI.create(origin);
            int usual = url.getScheme().equals("https") ? 443 : 80;
            return new Forwarded(
                    url.getScheme(), url.getAuthority(), Integer.toString(url.getPort() > 0 ? url.getPort() : usual));
        }
    }
}
