package fr.agora.platform.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of the pages: the application's {@code messages} first, then those of shared jars, then the shared ones. */
final class Texts {

    private static final Logger log = LoggerFactory.getLogger(Texts.class);
    static final String SHARED = "fr/agora/platform/ui/texts";

    private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();

    /** @param application Spring's own source, asked last */
    Texts(@Nullable MessageSource application, List<PageModule> modules) {
        List<String> names = new ArrayList<>();
        if (Texts.class.getResource("/messages.properties") != null) {
            names.add("messages");
        }
        modules.forEach(module -> names.add(module.texts()));
        names.add(SHARED);
        bundles.setBasenames(names.toArray(String[]::new));
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        if (application != null) {
            bundles.setParentMessageSource(application);
        }
    }

    String text(String key, Locale locale, Object... arguments) {
        String found = find(key, locale, arguments);
        if (found == null) {
            // a page with one odd word is better than no page
            log.error("A text is missing key={} language={}", key, locale.getLanguage());
            return key;
        }
        return found;
    }

    @Nullable
    String find(String key, Locale locale, Object... arguments) {
        return bundles.getMessage(key, arguments, null, locale);
    }

    String text(MessageSourceResolvable message, Locale locale) {
        return bundles.getMessage(message, locale);
    }
}
