package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.agora.acceptance.Browser.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A lab shows what it did; another administration finds it, asks, takes one brick of three and says so; its relay vouches
 * for it, and the public counter moves. Whoever made it accepts to be named, and is.
 */
class ReuseStoryIT {

    /** What the platform promises between a change and its being seen elsewhere. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String BRICK = "Carte des angles morts";

    private static final String INSEE = "Institut national de la statistique";

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
    void aSuccessIsShownReusedConfirmedAndCredited(boolean scripts) {
        // told on the same platform again, it is about another one
        String title = "Passages à niveau : voir avant d’arriver, essai "
                + ThreadLocalRandom.current().nextInt(1_000, 10_000);
        try (Visit samuel = browser.visitAs("samuel.keita", 1280, scripts);
                Visit hugo = browser.visitAs("hugo.bernardin", 1280, scripts);
                Visit lucas = browser.visitAs("lucas.morvan", 1280, scripts);
                Visit nora = browser.visitAs("nora.lefevre", 1280, scripts);
                Visit visitor = browser.visit(1280, scripts)) {
            String page = publishes(samuel, title);
            proposesToName(samuel, page, "Lefèvre");

            finds(hugo, title);
            assertThat(counter(hugo)).contains("0 réutilisation confirmée");
            String request = asks(hugo);
            accepts(samuel, title);
            String reuse = declares(hugo, request);
            visitor.to(page);
            assertThat(counter(visitor))
                    .as("declared, but nobody vouches for it")
                    .contains("0 réutilisation");

            confirms(lucas, title, reuse);
            await().atMost(SOON).untilAsserted(() -> {
                visitor.to(page);
                assertThat(counter(visitor)).contains("1 réutilisation confirmée", INSEE, BRICK);
            });
            samuel.to(page);
            assertThat(counter(samuel)).contains("1 réutilisation confirmée");
            looked(samuel, "cas-usage-reutilise");
            visitor.to("/reutilisations");
            assertThat(visitor.page().locator("main").textContent()).contains(title, INSEE);

            acceptsToBeNamed(nora, title);
            visitor.to(page);
            assertThat(visitor.page().locator("#valorisation").textContent())
                    .contains("Nora Lefèvre", "cheffe de projet");
            await().atMost(SOON).untilAsserted(() -> {
                visitor.to("/annuaire/membres/membre-nora-lefevre");
                assertThat(visitor.page().locator("main").textContent()).contains(title);
            });
            visitor.keep("personne-creditee");

            withdraws(samuel, page);
            await().atMost(SOON).untilAsserted(() -> {
                visitor.to("/annuaire/membres/membre-nora-lefevre");
                assertThat(visitor.page().locator("main").textContent()).doesNotContain(title);
            });
        }
    }

    private static String publishes(Visit lab, String title) {
        lab.to("/cas-usage/nouveau");
        Page page = lab.page();
        page.locator("main [name=title]").fill(title);
        click(page, AriaRole.BUTTON, "Voir ce qui existe");
        click(page, AriaRole.LINK, "Décrire un nouveau cas d’usage");
        Locator reason = page.locator("main [name=reason]");
        if (reason.count() > 0) {
            reason.fill("Aucun ne parle de la route qui croise le rail.");
        }
        page.locator("main [name=title]").fill(title);
        page.locator("main [name=pitch]").fill("Repérer sur photographies les passages que l’on découvre trop tard.");
        page.locator("main [name=audience]").fill("Conducteurs, services des routes");
        page.locator("main [name=whatChanges]").fill("Un panneau est posé là où l’œil ne suffit pas.");
        fill(page, "indicators[0].label", "Passages examinés en une journée");
        fill(page, "indicators[0].before", "4");
        fill(page, "indicators[0].after", "160");
        fill(page, "indicators[0].measuredOn", LocalDate.now().minusDays(30).toString());
        fill(page, "indicators[0].source", "Décompte de l’équipe sur trois départements");
        brick(page, 0, BRICK, "PIPELINE");
        brick(page, 1, "Modèle de visibilité", "MODEL");
        brick(page, 2, "Convention avec un gestionnaire de route", "CONTRACT");
        // the label is what a finger touches: the design system hides the box itself
        page.locator("main label", new Page.LocatorOptions().setHasText("Tout le monde"))
                .first()
                .click();
        click(page, AriaRole.BUTTON, "Publier");
        page.waitForURL(Pattern.compile(".*/cas-usage/passages-[a-z0-9-]+\\?fait=.*"));
        assertThat(page.locator("#briques article").count()).isEqualTo(3);
        looked(lab, "cas-usage-publie");
        return path(page);
    }

    private static void brick(Page page, int index, String name, String kind) {
        String row = "blocks[" + index + "].";
        page.locator("main details:has([name='" + row + "name']) > summary").click();
        fill(page, row + "name", name);
        page.locator("main [name='" + row + "kind']").selectOption(kind);
        fill(page, row + "licence", "etalab-2.0");
    }

    private static void proposesToName(Visit lab, String useCase, String name) {
        lab.to(useCase + "/valorisation");
        Page page = lab.page();
        page.locator("main [name=nom]").fill(name);
        click(page, AriaRole.BUTTON, "Chercher");
        looked(lab, "valorisation");
        page.locator("main label", new Page.LocatorOptions().setHasText("Nora Lefèvre"))
                .click();
        page.locator("main [name=role]").fill("cheffe de projet");
        click(page, AriaRole.BUTTON, "Proposer");
        page.waitForURL(Pattern.compile(".*fait=credit-propose"));
        lab.to(useCase);
        assertThat(page.locator("main").textContent())
                .as("not named without consent")
                .doesNotContain("Nora Lefèvre");
    }

    private static void finds(Visit other, String title) {
        other.to("/");
        Locator box = other.page().locator("main [name=q]");
        box.fill(title);
        box.press("Enter");
        other.page().waitForURL(Pattern.compile(".*/recherche.*"));
        await().atMost(SOON).untilAsserted(() -> {
            if (link(other.page(), title).count() == 0) {
                other.page().reload();
            }
            assertThat(link(other.page(), title).count()).isPositive();
        });
        link(other.page(), title).first().click();
        assertThat(other.page().locator("h1").textContent()).contains(title);
        looked(other, "cas-usage-trouve");
    }

    private static String asks(Visit other) {
        Page page = other.page();
        click(page, AriaRole.LINK, "Demander à réutiliser");
        page.locator("main label", new Page.LocatorOptions().setHasText(BRICK)).click();
        page.locator("main [name=text]")
                .fill("Bonjour,\n\nvotre carte nous servirait pour nos enquêteurs. Quelles images faut-il ?");
        looked(other, "demande-nouvelle");
        click(page, AriaRole.BUTTON, "Envoyer la demande");
        page.waitForURL(Pattern.compile(".*/reutilisations/demandes/[a-z0-9-]+\\?fait=demande-envoyee"));
        looked(other, "demande-envoyee");
        return path(page);
    }

    private static void accepts(Visit lab, String title) {
        lab.to("/reutilisations/demandes");
        looked(lab, "demandes");
        link(lab.page(), title).first().click();
        assertThat(lab.page().locator("main").textContent()).contains("Quelles images faut-il ?");
        lab.page().locator("main [name=text]").fill("Bonjour, les photographies nationales suffisent.");
        click(lab.page(), AriaRole.BUTTON, "Accepter");
        lab.page().waitForURL(Pattern.compile(".*fait=demande-acceptee"));
        looked(lab, "demande-acceptee");
    }

    private static String declares(Visit other, String request) {
        Page page = other.to(request).page();
        assertThat(page.locator("main").textContent()).contains("les photographies nationales suffisent");
        click(page, AriaRole.LINK, "Déclarer une réutilisation");
        assertThat(page.locator("main [name=blocks]:checked").count())
                .as("the brick that was asked for, and no other")
                .isEqualTo(1);
        page.locator("main [name=since]").fill(LocalDate.now().minusDays(2).toString());
        page.locator("main [name=context]").fill("Préparer les tournées des enquêteurs.");
        page.locator("main [name=contact]").fill("Division des enquêtes");
        looked(other, "reutilisation-nouvelle");
        click(page, AriaRole.BUTTON, "Déclarer");
        page.waitForURL(Pattern.compile(".*/reutilisations/[a-z0-9-]+\\?fait=reutilisation-declaree"));
        looked(other, "reutilisation-declaree");
        assertThat(page.locator("main")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Confirmer"))
                        .count())
                .as("nobody confirms what they declared")
                .isZero();
        return path(page);
    }

    private static void confirms(Visit relay, String title, String reuse) {
        relay.to("/reutilisations/a-confirmer");
        looked(relay, "reutilisations-a-confirmer");
        link(relay.page(), title).first().click();
        assertThat(path(relay.page())).isEqualTo(reuse);
        click(relay.page(), AriaRole.BUTTON, "Confirmer");
        relay.page().waitForURL(Pattern.compile(".*fait=reutilisation-confirmee"));
        looked(relay, "reutilisation-confirmee");
    }

    private static void acceptsToBeNamed(Visit person, String title) {
        person.to("/cas-usage/mes-credits");
        looked(person, "mes-credits");
        person.page()
                .locator("main article", new Page.LocatorOptions().setHasText(title))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accepter"))
                .click();
        person.page().waitForURL(Pattern.compile(".*fait=credit-accepte"));
    }

    /** So that the lists do not fill with essays; the person's profile follows. */
    private static void withdraws(Visit lab, String useCase) {
        lab.to(useCase);
        click(lab.page(), AriaRole.BUTTON, "Retirer");
        lab.page().waitForURL(Pattern.compile(".*fait=.*"));
    }

    private static String counter(Visit visit) {
        return visit.page().locator("#reutilisations").textContent().replace('\u00a0', ' ');
    }

    private static void fill(Page page, String field, String value) {
        page.locator("main [name='" + field + "']").fill(value);
    }

    private static Locator link(Page page, String text) {
        return page.locator("main a", new Page.LocatorOptions().setHasText(text));
    }

    private static void click(Page page, AriaRole role, String name) {
        page.locator("main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static String path(Page page) {
        return page.url().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", "");
    }

    /** On a telephone and on a desk: nobody scrolls sideways, and axe has nothing serious to say. */
    private static void looked(Visit visit, String name) {
        if (visit.scripts()) {
            visit.at(360).keep(name).fits().isAccessible();
            visit.at(1280).keep(name).fits().isAccessible();
        }
    }
}
