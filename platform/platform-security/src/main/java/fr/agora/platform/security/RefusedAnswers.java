package fr.agora.platform.security;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What the unknown and the unallowed hear: a problem under {@code /api}, the login page or an error page elsewhere. */
final class RefusedAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;
    private final FormResume resume;

    RefusedAnswers(ProblemWriter problems, FormResume resume) {
        this.problems = problems;
        this.resume = resume;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (Requests.isApi(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.write(request, response, CommonProblem.LOGIN_REQUIRED);
            return;
        }
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            resume.answer(request, response, false);
            return;
        }
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", "/connexion?retour=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (Requests.isApi(request)) {
            problems.write(request, response, CommonProblem.FORBIDDEN);
            return;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
