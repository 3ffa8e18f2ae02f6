package fr.agora.gateway.pages;

import fr.agora.platform.ui.PageRenderer;
import fr.agora.platform.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private final PageRenderer renderer;
    private final Pages pages;
    private final Refusals refusals;

    Notices(MessageSource messages, JsonMapper json, PageRenderer renderer, Pages pages, Refusals refusals) {
        this.refusals = refusals;
        this.messages = messages;
        this.json = json;
        this.renderer = renderer;
        this.pages = pages;
    }

    public void write(Notice notice, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.note(notice, request);
        response.resetBuffer();
        response.setHeader("Cache-Control", "no-store");
        if (notice.retryAfterSeconds() > 0) {
            response.setIntHeader("Retry-After", notice.retryAfterSeconds());
        }
        if (request.getRequestURI().startsWith("/api/")) {
            problem(notice, preferred(request), request, response);
        } else {
            Locale language = pages.of(request).locale();
            renderer.render(
                    request,
                    response,
                    notice.status(),
                    "problem/error",
                    Map.of(
                            "status", notice.status(),
                            "heading", text(notice, "title", language),
                            "detail", text(notice, "detail", language)));
        }
    }

    private void problem(Notice notice, Locale language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
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
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(notice.status());
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    /** A program says its language in a header, a person by a link: pages ignore the header. */
    private static Locale preferred(HttpServletRequest request) {
        boolean english = request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("en");
        return english ? Locale.ENGLISH : Locale.FRENCH;
    }

    private String text(Notice notice, String part, Locale language) {
        return messages.getMessage("notice." + notice.code() + "." + part, null, language);
    }
}
