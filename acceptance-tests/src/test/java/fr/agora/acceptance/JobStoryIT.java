package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.agora.acceptance.Browser.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A recruiter gets the mandate and posts an offer at three remote days, a former EIG passes it on, a data engineer from outside applies by
 * that link, the recruiter moves the application, and the offer ends.
 */
class JobStoryIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final FilePayload CV = new FilePayload(
            "cv-ines.pdf",
            "application/pdf",
            "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII));

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
    void anOfferIsRelayedAppliedForMovedOnAndEnds() {
        // a platform may be walked twice
        String title = "Data engineer des talus " + Long.toString(System.nanoTime(), 36);
        try (Visit recruiter = browser.visit(1280, true).logIn("samuel.keita");
                Visit moderator = browser.visitAs("sofia.marchetti", 1280);
                Visit alumnus = browser.visitAs("hugo.bernardin", 1280);
                Visit engineer = browser.visit(360, false)) {
            getsTheMandate(recruiter, moderator);
            posts(recruiter, title);

            consents(alumnus);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    card(alumnus.to("/offres/a-relayer"), title).count())
                            .isEqualTo(1));
            assertThat(alumnus.page().locator("main").textContent()).doesNotContain("Donner mon accord");
            alumnus.keep("offres-a-relayer").fits().isAccessible();
            card(alumnus, title)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Relayer"))
                    .click();
            button(alumnus, "Créer mon lien").click();
            String link = alumnus.page().locator("#adresse").inputValue();
            assertThat(link).contains("/offres/relais/rl-");
            alumnus.keep("relayer").fits().isAccessible();

            engineer.page().navigate(link);
            assertThat(engineer.context().cookies()).isEmpty();
            engineer.keep("offre-relayee").fits();
            engineer.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Postuler"))
                    .first()
                    .click();
            engineer.page().locator("#username").fill("ines.berrada");
            engineer.page().locator("#password").fill("demo");
            engineer.page().locator("#kc-login").click();
            engineer.page().waitForURL(Pattern.compile(".*/postuler\\?relais=.*"));
            engineer.page().locator("[name=cv]").setInputFiles(CV);
            engineer.page().locator("[name=message]").fill("Je range des données depuis dix ans.");
            engineer.keep("postuler").fits();
            button(engineer, "Envoyer ma candidature").click();
            engineer.page().waitForURL(Pattern.compile(".*/candidatures/ap-.*fait=candidature"));
            engineer.keep("candidature").fits();

            recruiter.to("/offres/mes-offres");
            card(recruiter, title)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Candidatures (1)"))
                    .click();
            recruiter.keep("candidatures-recues").fits().isAccessible();
            button(recruiter, "Passer à : À l’étude").click();
            recruiter.page().waitForURL(Pattern.compile(".*fait=etape"));
            recruiter.page().locator("main h2 a").first().click();
            recruiter.keep("candidature-recue").fits().isAccessible();

            engineer.page().reload();
            assertThat(engineer.page().locator("main").textContent()).contains("À l’étude");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(engineer.to("/messages/avis")
                                    .page()
                                    .locator("main")
                                    .textContent())
                            .contains("Votre candidature a avancé"));
            try (Visit withScripts = browser.visitAs("ines.berrada", 360)) {
                withScripts.to("/candidatures").keep("mes-candidatures").fits().isAccessible();
                assertThat(withScripts.page().locator("main").textContent()).contains(title);
            }

            alumnus.to("/offres/mes-relais");
            assertThat(card(alumnus, title).locator(".agora-figures").textContent())
                    .containsPattern("1\\s+visite\\s+1\\s+candidature");
            alumnus.keep("mes-relais").fits().isAccessible();

            recruiter.to("/offres/mes-offres");
            card(recruiter, title)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Offre pourvue"))
                    .click();
            recruiter.page().waitForURL(Pattern.compile(".*fait=pourvue"));
            Response over = engineer.page().navigate(link);
            assertThat(over.status()).isEqualTo(410);
            assertThat(engineer.page().locator("main").textContent()).contains("Des offres proches, encore ouvertes");
            assertThat(engineer.page().locator("main .agora-card").count()).isPositive();
            engineer.keep("offre-terminee").fits();
        }
    }

    private static void getsTheMandate(Visit recruiter, Visit moderator) {
        recruiter.to("/recrutement/mandat");
        if (recruiter.page().locator("[name=reason]").count() > 0) {
            recruiter
                    .page()
                    .locator("label", new Page.LocatorOptions().setHasText("Publier les offres de mon organisme"))
                    .first()
                    .click();
            recruiter.page().locator("[name=reason]").fill("Trois postes à pourvoir au datalab.");
            button(recruiter, "Envoyer la demande").click();
            recruiter.page().waitForURL(Pattern.compile(".*fait=.*"));
            moderator.to("/recrutement/mandats");
            card(moderator, "Samuel Keita")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accorder"))
                    .click();
            moderator.page().waitForURL(Pattern.compile(".*fait=.*"));
        }
        // the role is given at the identity service; a session learns of it when it is opened again
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            recruiter.to("/connexion?retour=/offres/nouvelle");
            assertThat(recruiter.page().locator("[name=title]").count()).isEqualTo(1);
        });
    }

    private static void posts(Visit recruiter, String title) {
        recruiter.to("/offres/nouvelle");
        Page page = recruiter.page();
        page.locator("[name=title]").fill(title);
        page.locator("[name=summary]").fill("Ranger les relevés des talus pour ceux qui les entretiennent.");
        page.locator("[name=description]").fill("## Vos missions\n\nBâtir l’entrepôt.");
        page.locator("[name=jobFamily]").selectOption("data-scientist");
        page.locator("[name=remoteDaysPerWeek]").fill("3");
        page.locator("[name=validThrough]").fill(LocalDate.now().plusMonths(2).toString());
        page.locator("label", new Page.LocatorOptions().setHasText("Tout le monde"))
                .first()
                .click();
        button(recruiter, "Publier l’offre").click();
        page.waitForURL(Pattern.compile(".*/offres/[a-z0-9-]+\\?fait=.*"));
    }

    private static void consents(Visit alumnus) {
        alumnus.to("/moi/emploi");
        if (!alumnus.page().locator("#champ-relay").isChecked()) {
            alumnus.page().locator("label[for=champ-relay]").click();
        }
        alumnus.page()
                .locator("main form.agora-form button[type=submit]")
                .first()
                .click();
        alumnus.page().waitForURL(Pattern.compile(".*fait=consentements"));
    }

    private static Locator card(Visit visit, String title) {
        return visit.page().locator("main article", new Page.LocatorOptions().setHasText(title));
    }

    private static Locator button(Visit visit, String name) {
        return visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
