package fr.agora.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailCatcherTests {

    private final MailCatcher catcher = MailCatcher.anywhere();

    @AfterEach
    void close() {
        catcher.close();
    }

    @Test
    void aMailIsShownInTheListByItselfAndToPrograms() throws Exception {
        send("Vous avez un message", "Bonjour, l’été approche <b>.");

        assertThat(page("/").body()).contains("Vous avez un message").contains("claire@agora.exemple");
        assertThat(page("/mails/1").body())
                .contains("Bonjour, l’été approche &lt;b&gt;.")
                .doesNotContain("<b>");
        JsonNode mail = JsonMapper.shared().readTree(page("/mails.json").body()).path(0);
        assertThat(mail.path("to").asString("")).isEqualTo("claire@agora.exemple");
        assertThat(mail.path("text").asString("").strip()).isEqualTo("Bonjour, l’été approche <b>.");
        assertThat(mail.path("headers").path("Subject").isMissingNode()).isFalse();
        assertThat(page("/mails/2").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheLastTwoHundredAreKept() throws Exception {
        for (int number = 1; number <= CaughtMails.KEPT + 1; number++) {
            send("Numéro " + number, "…");
        }

        assertThat(catcher.mails()).hasSize(CaughtMails.KEPT);
        assertThat(catcher.mails().getFirst().subject()).isEqualTo("Numéro 201");
        assertThat(page("/mails/1").statusCode()).isEqualTo(404);
    }

    private void send(String subject, String text) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(catcher.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("agora@agora.exemple"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("claire@agora.exemple"));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private HttpResponse<String> page(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + catcher.pagePort() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
