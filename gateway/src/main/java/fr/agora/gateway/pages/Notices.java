package fr.agora.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says a notice in the shape its reader expects: problem detail for a program, page for a person. */
@Component
public class Notices {

    private final MessageSource messages;
    private final JsonMapper json;
    private final NoticePage page;

    Notices(MessageSource messages, JsonMapper json, NoticePage page) {
        this.messages = messages;
        this.json = json;
        this.page = page;
    }

    public void write(Notice notice, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(notice.status());
        response.setHeader("Cache-Control", "no-store");
        if (notice.retryAfterSeconds() > 0) {
            response.setIntHeader("Retry-After", notice.retryAfterSeconds());
        }
        Locale language = Language.of(request);
        byte[] body;
        if (isForAProgram(request)) {
            response.setContentType("application/problem+json");
            body = json.writeValueAsBytes(problem(notice, language, request));
        } else {
            response.setContentType("text/html;charset=UTF-8");
            body = page.render(notice, language, request).getBytes(StandardCharsets.UTF_8);
        }
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    private Map<String, Object> problem(Notice notice, Locale language, HttpServletRequest request) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:agora:problem:" + notice.code());
        problem.put("title", text(notice, "title", language));
        problem.put("status", notice.status());
        problem.put("detail", text(notice, "detail", language));
        problem.put("instance", request.getRequestURI());
        problem.put(
                "texts",
                Map.of("fr", text(notice, "detail", Locale.FRENCH), "en", text(notice, "detail", Locale.ENGLISH)));
        problem.put("traceId", UUID.randomUUID().toString().replace("-", ""));
        return problem;
    }

    private String text(Notice notice, String part, Locale language) {
        return messages.getMessage("notice." + notice.code() + "." + part, null, language);
    }

    private static boolean isForAProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
