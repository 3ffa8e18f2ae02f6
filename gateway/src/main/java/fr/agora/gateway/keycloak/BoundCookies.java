package fr.agora.gateway.keycloak;

import fr.agora.gateway.PublicUrl;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keycloak's cookies, which over https a browser keeps by a name of ours: {@code __Host-auth-} before Keycloak's own, so
 * that no neighbouring host can plant one, and none but Keycloak reads one. Over http browsers refuse such a name, and
 * everything passes as it is. ADR 0054.
 */
@Component
public final class BoundCookies {

    private static final String BOUND = "__Host-auth-";

    /** Said by the name itself. */
    private static final Set<String> SAID = Set.of("path", "domain", "secure");

    private static final String NAME = "((?:KEYCLOAK|KC)_[A-Z0-9_]+|AUTH_SESSION_ID)";
    private static final Pattern NAMED = Pattern.compile("([\"'])" + NAME + "(?=\\1)");
    private static final Pattern SET = Pattern.compile("([\"'])" + NAME + "(=[^;\"']*)");

    private final boolean bound;

    BoundCookies(PublicUrl site) {
        this.bound = site.secure();
    }

    boolean areBound() {
        return bound;
    }

    /** What Keycloak gets of a Cookie header: its own, by its own names. Null when nothing is left. */
    public @Nullable String toKeycloak(String cookies) {
        return bound ? each(cookies, BoundCookies::unbound) : cookies;
    }

    /** What a service gets of a Cookie header: none of Keycloak's. Null when nothing is left. */
    public @Nullable String toService(String cookies) {
        return cookies.contains(BOUND) ? each(cookies, cookie -> isBound(cookie) ? "" : cookie) : cookies;
    }

    /** A cookie of Keycloak's as the browser is to keep it; null where no browser could. */
    public @Nullable String toBrowser(String setCookie) {
        if (!bound) {
            return setCookie;
        }
        String[] parts = setCookie.split(";", -1);
        String cookie = trimmed(parts[0]);
        if (cookie.indexOf('=') < 1 || setCookie.chars().anyMatch(BoundCookies::isControl)) {
            return null;
        }
        // Keycloak takes a cookie back without « Secure », and a browser would not let go of one of this name
        return Stream.concat(
                        Stream.of(BOUND + cookie, "Path=/", "Secure"),
                        Arrays.stream(parts)
                                .skip(1)
                                .map(BoundCookies::trimmed)
                                .filter(attribute -> !attribute.isEmpty() && !SAID.contains(nameOf(attribute))))
                .collect(Collectors.joining("; "));
    }

    /** Whether a Set-Cookie header speaks in Keycloak's name, as no service may. */
    public static boolean isSetBy(String setCookie) {
        return isBound(trimmed(setCookie));
    }

    /** A script of Keycloak's that reads, or writes, its cookies by their names. */
    String inScript(String script) {
        String read = NAMED.matcher(script).replaceAll("$1" + BOUND + "$2");
        return SET.matcher(read).replaceAll("$1" + BOUND + "$2$3; Path=/; Secure");
    }

    private static @Nullable String each(String cookies, UnaryOperator<String> become) {
        String kept = Arrays.stream(cookies.split(";"))
                .map(BoundCookies::trimmed)
                .map(become)
                .filter(Objects::nonNull)
                .filter(cookie -> !cookie.isEmpty())
                .collect(Collectors.joining("; "));
        return kept.isEmpty() ? null : kept;
    }

    // to the letter: a browser that minds the prefix in one case only lets another case be planted
    private static String unbound(String cookie) {
        return cookie.startsWith(BOUND) && cookie.indexOf('=') > BOUND.length() ? cookie.substring(BOUND.length()) : "";
    }

    private static boolean isBound(String cookie) {
        return cookie.regionMatches(true, 0, BOUND, 0, BOUND.length());
    }

    private static String nameOf(String attribute) {
        int equals = attribute.indexOf('=');
        return trimmed(equals < 0 ? attribute : attribute.substring(0, equals)).toLowerCase(Locale.ROOT);
    }

    private static boolean isControl(int character) {
        return (character < ' ' && character != '\t') || character == 0x7f;
    }

    /** Less the spaces and tabs alone, as browsers do it. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
