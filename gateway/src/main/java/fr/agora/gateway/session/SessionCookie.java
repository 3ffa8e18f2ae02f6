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

/** The one cookie of the gateway; neighbours neither read nor write it. */
@Component
public class SessionCookie {

    public static final String NAME = "AGORA_SESSION";

    private final boolean secure;

    SessionCookie(PublicUrl publicUrl) {
        this.secure = publicUrl.secure();
    }

    CookieHttpSessionIdResolver resolver() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(NAME);
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
    public static @Nullable String in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME) && !cookie.getValue().isBlank()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    public void forget(HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie", NAME + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
    }

    /** A Cookie header less ours; null when nothing is left. */
    public static @Nullable String without(String cookies) {
        if (!cookies.contains(NAME)) {
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
        return (equals < 0 ? cookie : cookie.substring(0, equals)).strip().equalsIgnoreCase(NAME);
    }
}
