package fr.agora.platform.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** A view name is the path of a template; everything else ({@code redirect:}) is left to Spring. */
final class JteViews implements ViewResolver, Ordered {

    private final Templates templates;
    private final PageRenderer renderer;

    JteViews(Templates templates, PageRenderer renderer) {
        this.templates = templates;
        this.renderer = renderer;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return templates.has(name) ? new JteView(name) : null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 10;
    }

    private final class JteView implements View {

        private final String name;

        JteView(String name) {
            this.name = name;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            renderer.write(request, response, name, model == null ? Map.of() : model);
        }
    }
}
