package fr.agora.platform.audit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Notes what is about to be done, before it is; without the note it is not done. */
final class BeginningNote implements HandlerInterceptor {

    private final AuditTrail trail;
    private final Set<String> secret;

    BeginningNote(AuditTrail trail, Set<String> secret) {
        this.trail = trail;
        this.secret = secret;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod
                && request.getDispatcherType() == DispatcherType.REQUEST
                && Route.mayChange(request)) {
            Route.of(request, secret)
                    .ifPresent(route -> request.setAttribute(
                            EndNote.BEGUN,
                            trail.append(Deed.begun(Actor.current(), route.operation(), route.subjects()))));
        }
        return true;
    }
}
