package fr.agora.gateway.login;

import fr.agora.gateway.PublicUrl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Turns the browser's way to Keycloak's logout into the form Keycloak takes there too, with the {@link LogoutHint} in
 * its body. What the form says is ours: of the address asked for nothing is taken over.
 */
@Component
@Order(-110)
class LogoutByForm extends HttpFilter {

    private final transient LogoutHint hint;
    private final String home;

    LogoutByForm(LogoutHint hint, PublicUrl site) {
        this.hint = hint;
        this.home = site.of("/");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String idToken =
                request.getMethod().equals("GET") && request.getRequestURI().equals(Identity.LOGOUT)
                        ? hint.in(request)
                        : null;
        if (idToken == null) {
            chain.doFilter(request, response);
            return;
        }
        hint.takeBack(response);
        chain.doFilter(new FormRequest(request, form(idToken), hint::without), response);
    }

    private byte[] form(String idToken) {
        return Map.of("client_id", Identity.CLIENT, "post_logout_redirect_uri", home, "id_token_hint", idToken)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
