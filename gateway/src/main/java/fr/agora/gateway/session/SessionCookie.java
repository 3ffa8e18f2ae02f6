package fr.agora.gateway.session;

import fr.agora.gateway.PublicUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The one cookie of the gateway; neighbours neither read nor write it. Over https its name begins with {@code __Host-}:
 * a browser then takes it over https only, from this very host only and for all of its paths, so that no neighbouring
 * host can plant one.
 */
@Component
public class SessionCookie {

    private static final String PLAIN = "AGORA_SESSION";
    private static final String BOUND = "__Host-" + PLAIN;

    private final boolean secure;
    private final String name;

    SessionCookie(PublicUrl publicUrl) {
        this.secure = publicUrl.secure();
        this.name = secure ? BOUND : PLAIN;
    }

    CookieHttpSessionIdResolver resolver() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(secure);
        cookie.setUseBase64Encoding(false);
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        return resolver;
    }

    /** The session id the browser holds, or null. */
    public @Nullable String in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isBlank()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    public void forget(HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie", name + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
    }

    /** A Cookie header less ours, whichever way the browser came; null when nothing is left. */
    public static @Nullable String without(String cookies) {
        if (!cookies.contains(PLAIN)) {
            return cookies;
        }
        String others = Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> !isNamed(cookie))
                .collect(Collectors.joining("; "));
        return others.isEmpty() ? null : others;
    }

    public static boolean isSetBy(String setCookie) {
        return isNamed(setCookie.strip());
    }

    private static boolean isNamed(String cookie) {
        int equals = cookie.indexOf('=');
        String named = (equals < 0 ? cookie : cookie.substring(0, equals)).strip();
        return named.equalsIgnoreCase(PLAIN) || named.equalsIgnoreCase(BOUND);
    }
}
