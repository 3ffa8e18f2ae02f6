package fr.agora.platform.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives back a form that arrived with an ended session or an old form token, with all that was typed, to send again. */
public final class ResumeForm {

    /** Characters carried over at most; far above any form of ours, far below what would hurt. */
    static final int MAX_CHARACTERS = 1_000_000;

    private static final int MAX_FIELDS = 500;

    private final PageRenderer renderer;

    ResumeForm(PageRenderer renderer) {
        this.renderer = renderer;
    }

    /** @param loggedIn whether sending again is enough, or the reader must log in first */
    public void answer(HttpServletRequest request, HttpServletResponse response, boolean loggedIn) throws IOException {
        List<Field> fields = new ArrayList<>();
        long characters = 0;
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            if (parameter.getKey().equals("_csrf")) {
                continue;
            }
            for (String each : parameter.getValue()) {
                // a body that is no form has names without values
                String value = Objects.requireNonNullElse(each, "");
                fields.add(new Field(parameter.getKey(), value));
                characters += parameter.getKey().length() + value.length();
            }
        }
        if (characters > MAX_CHARACTERS || fields.size() > MAX_FIELDS) {
            renderer.render(request, response, 413, "problem/error", Map.of("status", 413));
            return;
        }
        renderer.render(
                request,
                response,
                loggedIn ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED,
                "problem/resume",
                // parameters of the address are among the fields already
                Map.of("action", request.getRequestURI(), "fields", fields, "loggedIn", loggedIn));
    }

    /** One typed value, to be sent again unchanged. */
    public record Field(String name, String value) {}
}
