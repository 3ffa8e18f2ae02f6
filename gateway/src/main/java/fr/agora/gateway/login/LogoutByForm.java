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
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Turns the browser's way to Keycloak's logout into the form Keycloak takes there too, with the token of the {@link
 * LogoutHint}, or of the {@link LogoutTicket}, in its body. What the form says is ours: of the address asked for nothing
 * is taken over.
 */
@Component
@Order(-110)
class LogoutByForm extends HttpFilter {

    private final transient LogoutHint hint;
    private final transient LogoutTicket ticket;
    private final String home;

    LogoutByForm(LogoutHint hint, LogoutTicket ticket, PublicUrl site) {
        this.hint = hint;
        this.ticket = ticket;
        this.home = site.of("/");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String idToken =
                request.getMethod().equals("GET") && request.getRequestURI().equals(Identity.LOGOUT)
                        ? brought(request)
                        : null;
        if (idToken == null) {
            chain.doFilter(request, response);
            return;
        }
        if (!ticket.isWanted()) {
            hint.takeBack(response);
        }
        chain.doFilter(new FormRequest(request, form(idToken), hint::without), response);
    }

    private @Nullable String brought(HttpServletRequest request) {
        return ticket.isWanted() ? ticket.redeem(request) : hint.in(request);
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
