package fr.agora.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The last moments of an instance that was told to stop: readiness is down already, everything still works, and each
 * answer says farewell and closes its connection, so that whoever keeps connections opens the next one elsewhere.
 */
final class Leaving extends HttpFilter {

    /** Read by the gateway, which keeps it to itself. */
    private static final String HEADER = "X-Agora-Leaving";

    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    private final transient ApplicationContext service;
    private final transient Duration leaveAfter;
    private volatile boolean leaving;

    Leaving(ApplicationContext service, Duration leaveAfter) {
        this.service = service;
        this.leaveAfter = leaveAfter;
    }

    // first of all who hear of the end: what they stop is still needed
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void leave(ContextClosedEvent closing) throws InterruptedException {
        if (closing.getApplicationContext() != service || leaveAfter.isZero()) {
            return;
        }
        leaving = true;
        LOG.info("This instance takes its leave after={}", leaveAfter);
        Thread.sleep(leaveAfter);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (leaving) {
            response.setHeader("Connection", "close");
            response.setHeader(HEADER, "1");
        }
        chain.doFilter(request, response);
    }
}
