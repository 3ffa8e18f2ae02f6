package fr.agora.platform.messaging;

import fr.agora.platform.tracing.Traced;
import fr.agora.platform.tracing.Traceparent;
import fr.agora.platform.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Keeps a request's trace context at hand for the facts it causes and the lines it logs, and tells of the request. */
final class TraceparentFilter extends OncePerRequestFilter {

    private final Tracing tracing;

    TraceparentFilter(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var method = request.getMethod();
        try (var traced = tracing.begin(SpanKind.SERVER, method, request.getHeader(Traceparent.NAME))) {
            try {
                chain.doFilter(request, response);
            } catch (ServletException | IOException | RuntimeException e) {
                traced.failed(e);
                throw e;
            } finally {
                describe(traced, request, response);
            }
        }
    }

    private void describe(Traced traced, HttpServletRequest request, HttpServletResponse response) {
        if (!tracing.isOn()) {
            return;
        }
        // the route, not the address: addresses hold ids
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
            traced.named(request.getMethod() + " " + route).with("http.route", route);
        }
        traced.with("http.request.method", request.getMethod()).with("http.response.status_code", response.getStatus());
        if (response.getStatus() >= 500) {
            traced.failed("status " + response.getStatus());
        }
    }
}
