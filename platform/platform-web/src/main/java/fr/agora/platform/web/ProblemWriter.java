package fr.agora.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem detail (RFC 9457) as every part of the platform answers it. */
public final class ProblemWriter {

    private final JsonMapper json;
    private final ProblemTexts texts;

    ProblemWriter(JsonMapper json, ProblemTexts texts) {
        this.json = json;
        this.texts = texts;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        write(request, response, new ProblemException(type), null);
    }

    /** @param traceId lets an operator find the log line; absent for expected refusals */
    public void write(
            HttpServletRequest request, HttpServletResponse response, ProblemException met, @Nullable String traceId)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ProblemException problem = ProblemClassifier.heardBy(request, met);
        response.resetBuffer();
        response.setStatus(problem.type().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        byte[] body = json.writeValueAsBytes(body(request, problem, traceId));
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    private Map<String, Object> body(HttpServletRequest request, ProblemException problem, @Nullable String traceId) {
        ProblemType type = problem.type();
        Locale language = ProblemTexts.preferred(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.type().toString());
        body.put("title", texts.title(type, language));
        body.put("status", type.status().value());
        body.put("detail", texts.detail(type, problem.arguments(), language));
        body.put("instance", request.getRequestURI());
        if (!problem.fields().isEmpty()) {
            body.put("errors", texts.worded(problem.fields(), language));
        }
        Map<String, Object> both = new LinkedHashMap<>();
        for (Locale each : ProblemTexts.LANGUAGES) {
            both.put(each.getLanguage(), texts.detail(type, problem.arguments(), each));
        }
        body.put("texts", both);
        if (traceId != null) {
            body.put("traceId", traceId);
        }
        return body;
    }
}
