package fr.agora.platform.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The compiled templates: the application's own, those of shared jars, then the shared error pages. */
final class Templates {

    static final String SHARED = "fr.agora.platform.ui.pages";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_/-]{1,120}");

    private final List<TemplateEngine> engines = new ArrayList<>();
    private final Map<String, TemplateEngine> found = new ConcurrentHashMap<>();

    Templates(@Nullable String application, List<PageModule> modules, ClassLoader classes) {
        if (application != null) {
            engines.add(engine(application, classes));
        }
        modules.forEach(module -> engines.add(engine(module.templates(), classes)));
        engines.add(engine(SHARED, classes));
    }

    private static TemplateEngine engine(String packageName, ClassLoader classes) {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, classes, packageName);
    }

    boolean has(String view) {
        return engine(view).isPresent();
    }

    Utf8ByteOutput render(String view, Map<String, Object> model) {
        TemplateEngine engine = engine(view)
                .orElseThrow(() -> new IllegalArgumentException("No template is compiled for the view " + view));
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(view + ".jte", model, output);
        return output;
    }

    private Optional<TemplateEngine> engine(String view) {
        TemplateEngine known = found.get(view);
        if (known != null) {
            return Optional.of(known);
        }
        if (!NAME.matcher(view).matches()) {
            return Optional.empty();
        }
        // only hits are remembered: misses could be as many as there are odd addresses
        Optional<TemplateEngine> first = engines.stream()
                .filter(engine -> engine.hasTemplate(view + ".jte"))
                .findFirst();
        first.ifPresent(engine -> found.put(view, engine));
        return first;
    }
}
