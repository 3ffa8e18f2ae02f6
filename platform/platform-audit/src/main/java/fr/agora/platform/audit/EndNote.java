package fr.agora.platform.audit;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Notes how each request that may change something was answered, also where it was turned away on its way; and who was
 * refused a reading. What is hidden answers that it is not there, and is not noted: so does what was never there.
 */
final class EndNote extends OncePerRequestFilter {

    static final String BEGUN = EndNote.class.getName() + ".begun";
    private static final Logger LOG = LoggerFactory.getLogger(EndNote.class);

    private final AuditTrail trail;
    private final RefusalBound bound;
    private final Supplier<RequestMappingHandlerMapping> handlers;
    private final Set<String> secret;

    EndNote(AuditTrail trail, RefusalBound bound, Supplier<RequestMappingHandlerMapping> handlers, Set<String> secret) {
        this.trail = trail;
        this.bound = bound;
        this.handlers = handlers;
        this.secret = secret;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = Actor.current();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            if (answered && request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Finally(() -> close(request, response, actor, null)));
            } else {
                close(request, response, actor, answered ? null : 500);
            }
        }
    }

    private void close(
            HttpServletRequest request, HttpServletResponse response, Actor actor, @Nullable Integer failed) {
        int status = failed == null ? response.getStatus() : failed;
        try {
            if (request.getAttribute(BEGUN) instanceof AuditEntry begun) {
                trail.append(Deed.ended(begun, Route.subjects(begun, request, response), status));
            } else if (actor.account() != null && status == 403 && bound.admits(actor.account())) {
                intended(request)
                        .ifPresent(route ->
                                trail.append(Deed.refused(actor, route.operation(), route.subjects(), status)));
            }
        } catch (DataAccessException away) {
            // the beginning is written, and the sweep will say that its end never came
            LOG.warn(
                    "The end of a request is not in the audit trail cause=\"{}\"",
                    away.getClass().getSimpleName());
        }
    }

    /** The route a request would have taken, had it been let through. */
    private Optional<Route> intended(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            return handlers.get().getHandler(request) == null ? Optional.empty() : Route.of(request, secret);
        } catch (Exception noSuchRoute) {
            return Optional.empty();
        }
    }

    private record Finally(Runnable action) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            action.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
