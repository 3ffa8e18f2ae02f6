package fr.agora.platform.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Pages speak the chosen language, the API the one its client prefers; both French by default. */
final class PageLocales implements LocaleResolver {

    private final AcceptHeaderLocaleResolver api = new AcceptHeaderLocaleResolver();

    PageLocales() {
        api.setSupportedLocales(List.of(Locale.FRENCH, Locale.ENGLISH));
        api.setDefaultLocale(Locale.FRENCH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return ErrorPages.isApi(request)
                ? api.resolveLocale(request)
                : Language.of(request).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen by ?lang= and kept in a cookie");
    }
}
