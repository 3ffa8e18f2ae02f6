package fr.agora.platform.ui;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemClassifier;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever a page's handler throws into an error page, with the problem's own words where it is a refusal. */
final class PageProblems implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(PageProblems.class);

    private final PageRenderer renderer;
    private final ProblemTexts texts;

    PageProblems(PageRenderer renderer, ProblemTexts texts) {
        this.renderer = renderer;
        this.texts = texts;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean forSecurity = failure instanceof AccessDeniedException || failure instanceof AuthenticationException;
        if (ErrorPages.isApi(request) || forSecurity || response.isCommitted()) {
            return null;
        }
        ProblemException problem = ProblemClassifier.classify(failure);
        int status = problem.type().status().value();
        if (failure instanceof org.springframework.web.ErrorResponse standard
                && problem.type() == CommonProblem.INTERNAL_ERROR) {
            status = standard.getStatusCode().value();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("status", ErrorPages.known(status));
        if (problem.type() instanceof CommonProblem common) {
            if (common == CommonProblem.INTERNAL_ERROR && status == 500) {
                String traceId = UUID.randomUUID().toString();
                model.put("traceId", traceId);
                log.error(
                        "Page failed traceId={} method={} path={}",
                        traceId,
                        request.getMethod(),
                        request.getRequestURI(),
                        failure);
            }
        } else {
            // an application's own refusal says more than its status
            var language = Language.of(request).locale();
            model.put("heading", texts.title(problem.type(), language));
            model.put("detail", texts.detail(problem.type(), problem.arguments(), language));
        }
        try {
            response.resetBuffer();
            renderer.render(request, response, status, "problem/error", model);
        } catch (java.io.IOException gone) {
            log.debug("The reader left before the error page was written path={}", request.getRequestURI());
        }
        return new ModelAndView();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 5;
    }
}
