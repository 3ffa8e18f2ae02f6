package fr.agora.platform.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last answer when something went wrong: a page for people, a problem for programs, a stack trace for nobody. */
@Controller
final class ErrorPages implements ErrorController {

    private final PageRenderer renderer;
    private final @Nullable ApiErrors api;

    /** @param api absent in an application without problems of its own: programs get a bare one */
    ErrorPages(PageRenderer renderer, @Nullable ApiErrors api) {
        this.renderer = renderer;
        this.api = api;
    }

    static boolean isApi(HttpServletRequest request) {
        return Pages.path(request).startsWith("/api/");
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        if (!isApi(request)) {
            render(request, response, status);
        } else if (api != null) {
            api.write(request, response, status);
        } else {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatus(status));
        }
        return null;
    }

    void render(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        renderer.render(request, response, status, "problem/error", Map.of("status", known(status)));
    }

    // asked directly, /error is just a page that does not exist
    private int status(HttpServletRequest request) {
        if (api != null
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure
                && !(failure instanceof ServletException)) {
            // met by a filter, before any handler: what cannot be decoded is the caller's fault
            OptionalInt blamed = api.blamed(failure);
            if (blamed.isPresent()) {
                return blamed.getAsInt();
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
