package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.agora.acceptance.Browser.Visit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agent of a field service writes to her ministry's data officer, who answers; neither learns an address. */
class MessageStoryIT {

    private static final Duration DELIVERED = Duration.ofSeconds(20);
    private static final String AMINA = "amina.diallo@agora.exemple";
    private static final String CLAIRE = "claire.fontaine@agora.exemple";

    private static Agora agora;
    private static Browser browser;

    @BeforeAll
    static void open() {
        agora = Agora.running();
        browser = Browser.open(agora);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void aMessageArrivesAndItsAnswerToo(boolean scripts) throws Exception {
        String subject = "Qui suit les débits de l’Ardèche, " + (scripts ? "au printemps" : "en été");
        try (Visit amina = browser.visit(1280, scripts);
                Visit claire = browser.visit(360, scripts)) {
            amina.logIn("amina.diallo").to("/annuaire/membres/membre-claire-fontaine");
            click(amina.page(), AriaRole.LINK, "Écrire");
            amina.keep("ecrire");
            amina.page().locator("main [name=subject]").fill(subject);
            amina.page().locator("main [name=text]").fill("Bonjour,\n\nje cherche la bonne personne. Merci !");
            click(amina.page(), AriaRole.BUTTON, "Envoyer le message");
            amina.page().waitForURL(Pattern.compile(".*/messages/msg-[a-z0-9]+\\?fait=envoye"));
            amina.keep("message-envoye");
            if (scripts) {
                amina.isAccessible();
            }

            JsonNode mail = arrived(CLAIRE, subject);
            assertThat(mail.path("headers").path("Reply-To").asString("")).contains("ne-pas-repondre@");
            assertThat(mail.toString()).doesNotContain(AMINA);
            String link = amina.page().url().replaceFirst("\\?.*", "");
            assertThat(mail.path("text").asString("")).contains(link);

            claire.logIn("claire.fontaine").to("/messages").fits().keep("messages");
            claire.page()
                    .locator("main a", new Page.LocatorOptions().setHasText(subject))
                    .click();
            claire.fits().keep("message-recu");
            if (scripts) {
                claire.isAccessible();
            }
            claire.page().locator("main [name=text]").fill("Bonjour Amina, c’est nous, depuis mars.");
            click(claire.page(), AriaRole.BUTTON, "Envoyer la réponse");
            claire.page().waitForURL(Pattern.compile(".*fait=repondu"));

            assertThat(arrived(AMINA, "c’est nous, depuis mars").toString()).doesNotContain(CLAIRE);
            amina.page().reload();
            assertThat(amina.page().locator("main").textContent()).contains("c’est nous, depuis mars");
            for (Visit each : List.of(amina, claire)) {
                assertThat(each.page().content()).doesNotContain(AMINA).doesNotContain(CLAIRE);
            }
            amina.to("/messages/avis").keep("avis");
            assertThat(amina.page().locator("main").textContent()).contains("Vous avez une réponse");
        }
    }

    private static void click(Page page, AriaRole role, String name) {
        page.locator("main")
                .getByRole(
                        role,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(name)
                                .setExact(true))
                .click();
    }

    /** The newest mail to somebody that holds these words, as the mail catcher shows it. */
    private static JsonNode arrived(String to, String words) {
        return await().atMost(DELIVERED)
                .until(
                        () -> mails().valueStream()
                                .filter(mail -> mail.path("to").asString("").equals(to))
                                .filter(mail -> mail.path("text").asString("").contains(words))
                                .findFirst()
                                .orElse(null),
                        mail -> mail != null);
    }

    private static JsonNode mails() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(client.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + catcher() + "/mails.json"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body());
        }
    }

    private static String catcher() {
        return agora.run("status")
                .lines()
                .filter(line -> line.startsWith("mail "))
                .map(line -> line.split("\\s+")[3])
                .findFirst()
                .orElseThrow();
    }
}
