package fr.agora.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A mail as it arrived.
 *
 * @param number 1 for the first since the start
 * @param from the sender of the envelope
 * @param to the receiver of the envelope
 * @param headers by name; of a repeated one the last
 * @param text its plain part, empty if there is none
 * @param html its other part, empty if there is none
 * @param source the bytes
 */
public record CaughtMail(
        long number,
        Instant at,
        String from,
        String to,
        String subject,
        Map<String, String> headers,
        String text,
        String html,
        byte[] source) {

    static CaughtMail read(long number, Instant at, String from, String to, byte[] source) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            Collections.list(message.getAllHeaders())
                    .forEach(header -> headers.put(header.getName(), header.getValue()));
            String subject = message.getSubject();
            return new CaughtMail(
                    number,
                    at,
                    from,
                    to,
                    subject == null ? "" : subject,
                    headers,
                    content(message, "text/plain"),
                    content(message, "text/html"),
                    source);
        } catch (MessagingException | IOException unreadable) {
            // shown all the same: what a service sends wrong is what one looks for here
            return new CaughtMail(number, at, from, to, "?", Map.of(), String.valueOf(unreadable), "", source);
        }
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                String found = content(parts.getBodyPart(index), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
