package fr.agora.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Where lines are encrypted, a caller without a certificate of the authorities learns whether this service lives, and
 * nothing else. The server asks for one and does not insist, because the probes of a cluster have none to show.
 */
final class CertifiedCallers extends HttpFilter {

    private static final String SHOWN = "jakarta.servlet.request.X509Certificate";

    // compared as they were sent: a path that only resembles them is not one of them
    private static final Set<String> FOR_EVERYBODY = Set.of("/livez", "/readyz");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(SHOWN) == null && !FOR_EVERYBODY.contains(request.getRequestURI())) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
