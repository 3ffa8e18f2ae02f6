package fr.agora.platform.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ResponseCookie;

/** A language of the pages: French, unless English was chosen by link; never guessed from the browser. */
enum Language {
    FRENCH(Locale.FRENCH),
    ENGLISH(Locale.ENGLISH);

    private static final String COOKIE = "agora_lang";
    /** Browsers take a cookie of this name over https only, from this host only, for all of its paths. */
    private static final String SECURE_COOKIE = "__Host-" + COOKIE;

    private static final Pattern CHOICE = Pattern.compile("(?:^|&)lang=(fr|en)(?=&|$)");

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    static Language of(HttpServletRequest request) {
        return chosenNow(request).or(() -> chosenBefore(request)).orElse(FRENCH);
    }

    static Optional<Language> chosenNow(HttpServletRequest request) {
        // the raw query, not getParameter: asking for parameters would read a form's body
        String query = request.getQueryString();
        if (query == null) {
            return Optional.empty();
        }
        Matcher choice = CHOICE.matcher(query);
        return choice.find() ? Optional.of(ofCode(choice.group(1))) : Optional.empty();
    }

    private static Optional<Language> chosenBefore(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (COOKIE.equals(cookie.getName()) || SECURE_COOKIE.equals(cookie.getName())) {
                return Optional.of(ofCode(cookie.getValue()));
            }
        }
        return Optional.empty();
    }

    static ResponseCookie remembering(Language language, HttpServletRequest request) {
        // a service hears from the gateway how the browser came
        boolean secure = request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
        return ResponseCookie.from(secure ? SECURE_COOKIE : COOKIE, language.code())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .secure(secure)
                .build();
    }

    private static Language ofCode(String code) {
        return "en".equals(code) ? ENGLISH : FRENCH;
    }

    String code() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }
}
