package fr.agora.gateway.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** French, unless the reader said English, by the site's language cookie or by the browser's preference. */
final class Language {

    private Language() {}

    static Locale of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals("agora_lang")) {
                    return "en".equals(cookie.getValue()) ? Locale.ENGLISH : Locale.FRENCH;
                }
            }
        }
        boolean english = request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("en");
        return english ? Locale.ENGLISH : Locale.FRENCH;
    }
}
