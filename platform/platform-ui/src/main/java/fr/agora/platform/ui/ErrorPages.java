package fr.agora.platform.ui;

import fr.agora.platform.web.ProblemClassifier;
import fr.agora.platform.web.ProblemWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last answer when something went wrong: a page for people, a problem for programs, a stack trace for nobody. */
@Controller
final class ErrorPages implements ErrorController {

    private final PageRenderer renderer;
    private final ProblemWriter problems;

    ErrorPages(PageRenderer renderer, ProblemWriter problems) {
        this.renderer = renderer;
        this.problems = problems;
    }

    static boolean isApi(HttpServletRequest request) {
        return Pages.path(request).startsWith("/api/");
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        if (isApi(request)) {
            problems.write(request, response, ProblemClassifier.ofStatus(status));
        } else {
            render(request, response, status);
        }
    }

    void render(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        renderer.render(request, response, status, "problem/error", Map.of("status", known(status)));
    }

    // asked directly, /error is just a page that does not exist
    private static int status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure
                && !(failure instanceof ServletException)) {
            // met by a filter, before any handler: what cannot be decoded is the caller's fault
            int known = ProblemClassifier.classify(failure).type().status().value();
            if (known != HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                return known;
            }
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpStatus.NOT_FOUND.value();
    }

    /** The status whose text is shown: each family has a general one. */
    static int known(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 405, 409, 410, 413, 429, 500, 503 -> status;
            case 502, 504 -> 503;
            default -> status < 500 ? 400 : 500;
        };
    }
}
