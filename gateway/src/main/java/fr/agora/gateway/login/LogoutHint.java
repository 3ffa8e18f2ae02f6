package fr.agora.gateway.login;

import fr.agora.gateway.PublicUrl;
import fr.agora.gateway.session.Credentials;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The identity token on its way to Keycloak's logout, by which Keycloak knows that the person was asked already: for a
 * minute in a cookie that goes there and no further, so that no address holds it.
 */
@Component
class LogoutHint {

    private static final String PLAIN = "AGORA_LOGOUT";
    // by a name of those that reach no service, see BoundCookies: one called __Host- is for every path
    private static final String BOUND = "__Host-auth-" + PLAIN;
    private static final int SECONDS = 60;
    /** Browsers drop a cookie of more than 4096 bytes; without one Keycloak asks the person once more. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.-]{1,3800}");

    private final boolean secure;
    private final String name;
    private final String path;

    LogoutHint(PublicUrl site) {
        this.secure = site.secure();
        this.name = secure ? BOUND : PLAIN;
        this.path = secure ? "/" : Identity.LOGOUT;
    }

    void give(@Nullable Credentials credentials, HttpServletResponse response) {
        String idToken = credentials == null ? null : credentials.idToken();
        if (idToken != null && TOKEN.matcher(idToken).matches()) {
            set(idToken, SECONDS, response);
        }
    }

    void takeBack(HttpServletResponse response) {
        set("", 0, response);
    }

    // Strict: no link of another site sends it along
    private void set(String value, int seconds, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                        .formatted(name, value, path, seconds, secure ? "; Secure" : ""));
    }

    /** The token this browser brings, or null. */
    @Nullable
    String in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> TOKEN.matcher(value).matches())
                .findFirst()
                .orElse(null);
    }

    /** A Cookie header less this one; empty where it was alone. */
    String without(String cookies) {
        return Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> !cookie.startsWith(name + "="))
                .collect(Collectors.joining("; "));
    }
}
