package fr.agora.platform.messaging;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps a request's trace context at hand for the facts it causes and the lines it logs. */
final class TraceparentFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var traceparent = request.getHeader(Traceparent.NAME);
        if (!Traceparent.isValid(traceparent)) {
            chain.doFilter(request, response);
            return;
        }
        try (var ignored = MDC.putCloseable(Traceparent.NAME, traceparent)) {
            chain.doFilter(request, response);
        }
    }
}
