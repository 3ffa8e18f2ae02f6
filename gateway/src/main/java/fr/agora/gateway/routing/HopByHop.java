package fr.agora.gateway.routing;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headers that belong to one connection, never to the message. */
final class HopByHop {

    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private HopByHop() {}

    /** Whether a lower-case header name stops here; {@code connection} is that header's value and may name more. */
    static boolean stops(String lowerCaseName, @Nullable String connection) {
        return ALWAYS.contains(lowerCaseName) || (connection != null && names(connection, lowerCaseName));
    }

    private static boolean names(String connection, String lowerCaseName) {
        for (String token : connection.split(",")) {
            String named = token.strip().toLowerCase(Locale.ROOT);
            // "Connection: authorization" must not let a caller take headers out that we rely on
            if (named.equals(lowerCaseName) && !named.equals("authorization") && !named.equals("cookie")) {
                return true;
            }
        }
        return false;
    }
}
