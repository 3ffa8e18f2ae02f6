package fr.agora.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever a handler under {@code /api} throws into a problem detail; pages have their own resolver. */
final class ApiProblems implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    private final ProblemWriter problems;

    ApiProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith("/api/")) {
            return null;
        }
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            // the security chain knows whether to ask for a login or to refuse
            return null;
        }
        if (handler instanceof HandlerMethod method && words(method, failure)) {
            return null;
        }
        ProblemException problem = ProblemClassifier.classify(failure);
        String traceId = null;
        if (problem.type() == CommonProblem.INTERNAL_ERROR) {
            traceId = UUID.randomUUID().toString();
            log.error(
                    "Request failed traceId={} method={} path={}",
                    traceId,
                    request.getMethod(),
                    request.getRequestURI(),
                    failure);
        }
        try {
            if (problem.type() == CommonProblem.METHOD_NOT_ALLOWED
                    && failure instanceof HttpRequestMethodNotSupportedException method
                    && method.getSupportedHttpMethods() != null) {
                response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
            }
            problems.write(request, response, problem, traceId);
        } catch (IOException gone) {
            log.debug("The client left before its problem was written path={}", request.getRequestURI());
        }
        return new ModelAndView();
    }

    /** A controller that has its own words for a failure, for programs of another standard, is heard. */
    private static boolean words(HandlerMethod handler, Exception failure) {
        return new ExceptionHandlerMethodResolver(handler.getBeanType()).resolveMethodByThrowable(failure) != null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
