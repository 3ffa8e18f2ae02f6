package fr.agora.directory.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Puts a letter on paper: plain text, the same in plain HTML, and one address on the envelope. */
@Component
class Composition {

    private final MailSettings settings;
    private final Clock clock;

    Composition(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    MimeMessage of(Letter letter, ContactAddress receiver, Session session) throws MessagingException {
        String language = receiver.language();
        MimeMessage message = new Identified(session, messageId(letter));
        message.setFrom(sender());
        message.setReplyTo(new InternetAddress[] {sender()});
        message.setRecipient(RecipientType.TO, new InternetAddress(receiver.address()));
        message.setSubject(letter.subject().in(language).replaceAll("\\s+", " "), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", language);
        message.setHeader("Auto-Submitted", "auto-generated");
        String unsubscribe = letter.unsubscribe();
        if (unsubscribe != null) {
            message.setHeader("List-Unsubscribe", "<" + link(unsubscribe) + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeMultipart both = new MimeMultipart("alternative");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text(letter, language), "UTF-8", "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(html(letter, language), "UTF-8", "html");
        both.addBodyPart(plain);
        both.addBodyPart(html);
        message.setContent(both);
        return message;
    }

    private InternetAddress sender() throws MessagingException {
        try {
            return new InternetAddress(settings.from(), "Agora", "UTF-8");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String link(String path) {
        return settings.site() + path;
    }

    private String messageId(Letter letter) {
        UUID stable = UUID.nameUUIDFromBytes(letter.id().getBytes(StandardCharsets.UTF_8));
        return "<" + stable + "@" + settings.from().replaceFirst(".*@", "") + ">";
    }

    private String text(Letter letter, String language) {
        StringBuilder text = new StringBuilder();
        letter.lines().forEach(line -> text.append(line.in(language)).append("\n\n"));
        String quoted = letter.quoted();
        if (quoted != null) {
            quoted.lines().forEach(line -> text.append("> ").append(line).append('\n'));
            text.append('\n');
        }
        text.append(letter.action().in(language))
                .append(language.equals("en") ? ": " : " : ")
                .append(link(letter.path()));
        text.append("\n\n-- \n").append(footer(language));
        String unsubscribe = letter.unsubscribe();
        if (unsubscribe != null) {
            text.append('\n')
                    .append(language.equals("en") ? "Receive no more of these: " : "Ne plus recevoir ces courriels : ")
                    .append(link(unsubscribe));
        }
        return text.append('\n').toString();
    }

    private String html(Letter letter, String language) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(language)
                .append("\"><body>");
        letter.lines()
                .forEach(line ->
                        html.append("<p>").append(escaped(line.in(language))).append("</p>"));
        String quoted = letter.quoted();
        if (quoted != null) {
            html.append("<blockquote>")
                    .append(escaped(quoted).replace("\n", "<br>"))
                    .append("</blockquote>");
        }
        html.append("<p>")
                .append(anchor(letter.path(), letter.action().in(language)))
                .append("</p>");
        html.append("<hr><p><small>").append(escaped(footer(language)));
        String unsubscribe = letter.unsubscribe();
        if (unsubscribe != null) {
            html.append("<br>")
                    .append(anchor(
                            unsubscribe,
                            language.equals("en") ? "Receive no more of these" : "Ne plus recevoir ces courriels"));
        }
        return html.append("</small></p></body></html>").toString();
    }

    private static String footer(String language) {
        return language.equals("en")
                ? "Sent by Agora. Nobody reads answers to this address: answer on the page above."
                : "Envoyé par Agora. Personne ne lit les réponses à cette adresse : répondez sur la page indiquée.";
    }

    private String anchor(String path, String words) {
        return "<a href=\"" + escaped(link(path)) + "\">" + escaped(words) + "</a>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** Named after its letter, so that a mailbox can tell a second copy from a second letter. */
    private static final class Identified extends MimeMessage {

        private final String identifier;

        Identified(Session session, String identifier) {
            super(session);
            this.identifier = identifier;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identifier);
        }
    }
}
