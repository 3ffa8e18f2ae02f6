package fr.agora.gateway.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * Refuses a token at the back channel that is signed, ours, and no logout token: Spring Security looks for its events,
 * stumbles where there are none, and would answer that the server failed.
 */
final class NoLogoutToken extends HttpFilter {

    private static final Logger log = LoggerFactory.getLogger(NoLogoutToken.class);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException failure) {
            // anything else is a failure indeed, such as keys that could not be fetched
            if (!(failure.getCause() instanceof IllegalArgumentException)) {
                throw failure;
            }
            log.warn("A token at the back channel is no logout token.");
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("application/json");
            response.getWriter().write("{\"error\":\"invalid_request\"}");
        }
    }
}
