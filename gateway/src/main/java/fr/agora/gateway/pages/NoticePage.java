package fr.agora.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A notice as a page that needs no service, no script and no style sheet to be read. */
@Component
class NoticePage {

    private final MessageSource messages;

    NoticePage(MessageSource messages) {
        this.messages = messages;
    }

    String render(Notice notice, Locale language, HttpServletRequest request) {
        String title = escaped("notice." + notice.code() + ".title", language);
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s - Agora</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"></head>
                <body><main><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></main></body></html>
                """.formatted(
                        language.getLanguage(),
                        title,
                        title,
                        escaped("notice." + notice.code() + ".detail", language),
                        escaped("notice.home", language));
    }

    private String escaped(String key, Locale language) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, null, language), "UTF-8");
    }
}
