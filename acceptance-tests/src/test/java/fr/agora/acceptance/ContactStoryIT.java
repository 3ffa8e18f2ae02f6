package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.agora.acceptance.Browser.Visit;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An agent of a field service without a relay finds the AMDAC by the chain; the AMDAC sees the gap and appoints a relay;
 * the agent asks again and gets the relay.
 */
class ContactStoryIT {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String RELAY = "Relais données de service déconcentré";
    private static final String DDT = "Direction départementale des territoires de l’Ardèche";

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
    void aGapIsSeenFilledAndForgotten(boolean scripts) {
        try (Visit amina = browser.visit(1280, scripts);
                Visit claire = browser.visit(1280, scripts)) {
            amina.logIn("amina.diallo");
            ask(amina);
            assertThat(best(amina).textContent()).doesNotContain(RELAY);
            assertThat(amina.page().locator("main").textContent()).contains("AMDAC", "Claire Fontaine");
            amina.keep("contact-sans-relais");
            checked(amina, scripts);

            claire.logIn("claire.fontaine").to("/couverture/min-transition-ecologique?sans-relais=true");
            claire.keep("couverture");
            checked(claire, scripts);
            Locator gap = claire.page().locator("main li", new Page.LocatorOptions().setHasText(DDT));
            assertThat(gap.textContent()).contains("Sans relais");
            gap.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("Nommer un relais")))
                    .click();
            assertThat(claire.page().locator("[name=organization]").inputValue())
                    .isEqualTo(DDT);
            claire.page().locator("[name=person]").fill("Monique Astier");
            claire.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Nommer").setExact(true))
                    .click();
            claire.page().waitForURL(Pattern.compile(".*/contact-donnees/[a-z0-9-]+\\?fait=.*"));
            claire.keep("mandat-donne");
            checked(claire, scripts);

            await().atMost(SOON).untilAsserted(() -> {
                ask(amina);
                assertThat(best(amina).textContent()).contains(RELAY, "Monique Astier");
            });
            amina.keep("contact-trouve");
            claire.to("/couverture/min-transition-ecologique?sans-relais=true");
            assertThat(claire.page()
                            .locator("main li", new Page.LocatorOptions().setHasText(DDT))
                            .count())
                    .isZero();

            endAgain(claire, amina);
        }
    }

    /** So that the story can be told again. */
    private static void endAgain(Visit claire, Visit amina) {
        best(amina)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Voir la fiche"))
                .click();
        claire.page().navigate(amina.page().url());
        claire.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mettre fin au mandat"))
                .click();
        claire.page().waitForURL(Pattern.compile(".*/moi/mandats\\?fait=.*"));
        ask(amina);
        assertThat(best(amina).textContent()).doesNotContain(RELAY);
    }

    private static void ask(Visit visit) {
        visit.to("/contact-donnees");
        visit.page().locator("[name=organisme]").fill(DDT);
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trouver mon contact"))
                .click();
        visit.page().waitForURL(Pattern.compile(".*/contact-donnees\\?.*"));
    }

    private static Locator best(Visit visit) {
        return visit.page().locator("main section .agora-panel--accent");
    }

    private static void checked(Visit visit, boolean scripts) {
        if (scripts) {
            visit.fits().isAccessible();
        }
    }
}
