package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.agora.acceptance.Browser.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An offer is reported, taken down by a moderator, contested by its author and given back by another moderator. */
class ModerationIT {

    private static final Duration SOON = Duration.ofSeconds(15);

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

    @Test
    void whatIsReportedIsTakenDownContestedAndGivenBack() {
        String title = "Cartographe des mares " + Long.toString(System.nanoTime(), 36);
        String offer = "/offres/" + published(title);
        try (Visit reader = browser.visitAs("lucas.morvan", 360, false);
                Visit moderator = browser.visitAs("sofia.marchetti", 1280);
                Visit author = browser.visitAs("nora.lefevre", 1280);
                Visit another = browser.visitAs("admin.demo", 360)) {
            reader.to(offer);
            link(reader, "Signaler ce contenu").click();
            reader.keep("signaler-offre").fits();
            choose(reader, "Faux ou trompeur");
            reader.page().locator("[name=text]").fill("Ce poste n’existe pas.");
            button(reader, "Envoyer le signalement").click();
            reader.page().waitForURL(Pattern.compile(".*" + offer + "\\?fait=signale"));

            openCase(moderator, title);
            moderator.keep("moderation-dossier").fits().isAccessible();
            assertThat(moderator.page().locator("main").textContent())
                    .contains("Faux ou trompeur (1)", "Ce poste n’existe pas.")
                    .doesNotContain("Morvan");
            choose(moderator, "Retirer");
            moderator.page().locator("[name=motive]").fill("Aucun poste ne correspond.");
            button(moderator, "Enregistrer la décision").click();
            moderator.page().waitForURL(Pattern.compile(".*fait=signalement-tranche"));

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(agora.anonymous().get(offer).status()).isEqualTo(404));
            reader.to("/messages/avis");
            assertThat(reader.page().locator("main").textContent()).contains("Le contenu a été retiré.");

            author.to("/messages/avis");
            link(author, "La modération a retiré un contenu que vous avez publié")
                    .first()
                    .click();
            author.keep("moderation-decision").fits().isAccessible();
            author.page().locator("[name=text]").fill("Le poste est ouvert depuis lundi.");
            button(author, "Contester").click();
            author.page().waitForURL(Pattern.compile(".*fait=contestation-recue"));
            author.keep("moderation-contestee").fits();

            openCase(another, title);
            another.keep("moderation-contestation").fits().isAccessible();
            choose(another, "Revenir sur la décision");
            another.page().locator("[name=motive]").fill("Le poste existe.");
            button(another, "Enregistrer la décision").click();
            another.page().waitForURL(Pattern.compile(".*fait=signalement-tranche"));
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(agora.anonymous().get(offer).status()).isEqualTo(200));
            another.to("/moderation?etat=clos")
                    .keep("moderation-traites")
                    .fits()
                    .isAccessible();
        }
    }

    /** Facts take a moment. */
    private static void openCase(Visit moderator, String title) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                link(moderator.to("/moderation"), title).count())
                        .isPositive());
        moderator.keep("moderation-file");
        link(moderator, title).first().click();
        moderator.page().waitForURL(Pattern.compile(".*/moderation/mod-.*"));
    }

    private static String published(String title) {
        Api recruiter = agora.as("nora.lefevre");
        String id = recruiter
                .post("/api/jobs/offers", """
                        {"title":"%s","summary":"Essai.","remoteDaysPerWeek":1,"validThrough":"%s","visibility":"PUBLIC"}
                        """.formatted(title, LocalDate.now().plusMonths(1)))
                .json()
                .path("id")
                .asString();
        assertThat(recruiter.post("/api/jobs/offers/" + id + "/publish", "").status())
                .isEqualTo(200);
        return id;
    }

    private static void choose(Visit visit, String label) {
        visit.page()
                .locator(".fr-radio-group label", new Page.LocatorOptions().setHasText(label))
                .first()
                .click();
    }

    private static Locator link(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Visit visit, String name) {
        return visit.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
