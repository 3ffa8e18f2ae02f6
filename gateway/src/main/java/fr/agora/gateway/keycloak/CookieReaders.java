package fr.agora.gateway.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets Keycloak's scripts find the cookies they look for: by the names the browser keeps them by. */
@Component
@Order(-108)
class CookieReaders extends HttpFilter {

    /** AccountPagesTests says which read one. */
    private static final Place SCRIPTS = Place.of(
            "/auth/resources/*/login/*/js/*",
            "/auth/realms/*/protocol/openid-connect/login-status-iframe.html",
            "/auth/realms/*/protocol/openid-connect/3p-cookies/*");

    private final transient BoundCookies cookies;

    CookieReaders(BoundCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!cookies.areBound() || !SCRIPTS.isAskedForBy(request)) {
            chain.doFilter(request, response);
            return;
        }
        WholeAnswer answer = WholeAnswer.to(request, response, chain);
        if (answer.isOk()) {
            String script = new String(answer.body(), StandardCharsets.UTF_8);
            answer.goesOnAs(cookies.inScript(script).getBytes(StandardCharsets.UTF_8));
        } else {
            answer.goesOn();
        }
    }
}
