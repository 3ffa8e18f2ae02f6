package fr.agora.directory.mail;

import fr.agora.platform.tls.InsideLines;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The SMTP server of {@code spring.mail}; without one, letters wait. */
@Component
class SmtpPostOffice implements PostOffice {

    private static final Logger log = LoggerFactory.getLogger(SmtpPostOffice.class);

    private final JavaMailSenderImpl sender;

    SmtpPostOffice(JavaMailSenderImpl sender, InsideLines lines) {
        String insisted = sender.getJavaMailProperties().getProperty("mail.smtp.starttls.required");
        if (lines.areEncrypted() && blankIsAbsent(sender.getHost()) != null && !"true".equals(insisted)) {
            throw new IllegalArgumentException(
                    "Lines are to be encrypted, and letters would leave in clear: AGORA_MAIL_STARTTLS is not true");
        }
        this.sender = sender;
    }

    @Override
    public Session session() {
        return sender.getSession();
    }

    @Override
    public Counter open() throws MessagingException {
        if (blankIsAbsent(sender.getHost()) == null) {
            throw new MessagingException("No mail server is configured (SPRING_MAIL_HOST)");
        }
        Transport transport = session().getTransport("smtp");
        transport.connect(
                sender.getHost(),
                sender.getPort(),
                blankIsAbsent(sender.getUsername()),
                blankIsAbsent(sender.getPassword()));
        return new Line(transport);
    }

    private static @Nullable String blankIsAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private record Line(Transport transport) implements Counter {

        @Override
        public void hand(MimeMessage message) throws MessagingException {
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException alreadyGone) {
                log.debug("The mail server hung up first");
            }
        }
    }
}
