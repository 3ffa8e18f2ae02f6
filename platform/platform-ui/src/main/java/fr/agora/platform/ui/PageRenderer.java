package fr.agora.platform.ui;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Writes a page as the answer; for code outside Spring MVC's reach, such as filters and the gateway's fallback. */
public final class PageRenderer {

    private final Templates templates;
    private final Pages pages;

    PageRenderer(Templates templates, Pages pages) {
        this.templates = templates;
        this.pages = pages;
    }

    /** @param view name of a template, without its ending */
    public void render(
            HttpServletRequest request, HttpServletResponse response, int status, String view, Map<String, ?> model)
            throws IOException {
        response.setStatus(status);
        write(request, response, view, model);
    }

    void write(HttpServletRequest request, HttpServletResponse response, String view, Map<String, ?> model)
            throws IOException {
        Map<String, Object> whole = new HashMap<>(model);
        Page page = pages.of(request);
        whole.putIfAbsent("page", page);
        Utf8ByteOutput output = templates.render(view, whole);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", page.lang());
        if (response.getHeader("Cache-Control") == null) {
            // a page carries the reader's name and form token: it must not outlive the session in a cache
            response.setHeader("Cache-Control", "private, no-cache");
        }
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
