package fr.agora.platform.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the {@link Page} of a request. */
public final class Pages {

    /** As platform-web names it, which not every application with pages has. */
    static final String WEAK_LOGIN = "fr.agora.weak-login";

    private final Texts texts;
    private final UiSettings settings;
    private final boolean stateBrand;
    private final ObjectProvider<Visitors> visitors;

    Pages(Texts texts, UiSettings settings, boolean stateBrand, ObjectProvider<Visitors> visitors) {
        this.texts = texts;
        this.settings = settings;
        this.stateBrand = stateBrand;
        this.visitors = visitors;
    }

    public Page of(HttpServletRequest request) {
        Visitors known = visitors.getIfAvailable();
        return new Page(
                texts,
                settings,
                stateBrand,
                Language.of(request),
                path(request),
                query(request),
                known == null ? null : known.of(request).orElse(null),
                request.getHeader("X-Agora-Csrf"),
                request.getAttribute(WEAK_LOGIN) != null);
    }

    // on an error dispatch the request's own path is /error
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static @Nullable String query(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING) instanceof String asked
                ? asked
                : request.getQueryString();
    }
}
