package fr.agora.local.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The pages of the mail catcher, without script. */
final class MailHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm:ss", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));

    private MailHtml() {}

    static String list(List<CaughtMail> mails) {
        StringBuilder rows = new StringBuilder();
        for (CaughtMail mail : mails) {
            rows.append(
                    """
                    <tr><td>%s</td><td>%s</td><td><a href="/mails/%d">%s</a></td></tr>
                    """.formatted(TIME.format(mail.at()), escaped(mail.to()), mail.number(), escaped(mail.subject())));
        }
        return page(
                "Courriels",
                mails.isEmpty()
                        ? "<p>Aucun courriel n’est parti depuis le démarrage.</p>"
                        : "<table><caption>Les derniers courriels, le plus récent d’abord. Ils n’ont été remis à personne.</caption>"
                                + "<thead><tr><th scope=\"col\">Heure</th><th scope=\"col\">Pour</th><th scope=\"col\">Objet</th></tr></thead><tbody>"
                                + rows + "</tbody></table>");
    }

    static String one(CaughtMail mail) {
        StringBuilder headers = new StringBuilder();
        mail.headers()
                .forEach((name, value) ->
                        headers.append("<div><dt>%s</dt><dd>%s</dd></div>".formatted(escaped(name), escaped(value))));
        return page(
                escaped(mail.subject()),
                "<p><a href=\"/\">Tous les courriels</a> · <a href=\"/mails/%d.eml\">Source</a></p>"
                                .formatted(mail.number())
                        + "<pre>" + escaped(mail.text()) + "</pre><details><summary>En-têtes</summary><dl>" + headers
                        + "</dl></details><details><summary>Partie HTML</summary><pre>" + escaped(mail.html())
                        + "</pre></details>");
    }

    static String absent() {
        return page("Ce courriel n’est pas là", "<p><a href=\"/\">Tous les courriels</a></p>");
    }

    private static String page(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Agora, courriels de cette machine</title>
                <style>body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#161616;background:#fff}
                table{border-collapse:collapse;width:100%%}caption{text-align:left;padding-bottom:1rem}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
                pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f6f6f6;padding:1rem}dd{margin:0 0 .5rem;overflow-wrap:anywhere}dt{font-weight:bold}a{color:#000091}</style></head>
                <body><main><h1>%s</h1>%s</main></body></html>
                """.formatted(title, title, content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
