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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recruiter posts an offer, a visitor finds it, the recruiter takes it back and it is gone. */
class OfferStoryIT {

    /** What the platform promises between a change and its being found. */
    private static final Duration FINDABLE = Duration.ofSeconds(5);

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
    void anOfferIsPostedFoundAndWithdrawn(boolean scripts) {
        String title = "Data scientist pour le suivi des haies " + (scripts ? "vivantes " : "plessées ")
                + Long.toString(System.nanoTime(), 36);
        try (Visit recruiter = browser.visit(1280, scripts);
                Visit visitor = browser.visit(1280, scripts)) {
            recruiter.logIn("nora.lefevre").to("/offres/nouvelle").keep("offre-nouvelle");
            fill(recruiter.page(), title);
            recruiter
                    .page()
                    .getByRole(AriaRole.BUTTON, button("Publier l’offre"))
                    .click();
            recruiter.page().waitForURL(Pattern.compile(".*/offres/[a-z0-9-]+\\?fait=.*"));
            recruiter.keep("offre-publiee");
            if (scripts) {
                recruiter.isAccessible();
            }

            await().atMost(FINDABLE).until(() -> isFound(title));
            assertThat(results(visitor, "data scientist télétravail", title).count())
                    .isEqualTo(1);
            visitor.keep("recherche-offre");
            visitor.to("/recherche?q=haies&kind=offer&remoteDays=3");
            assertThat(heading(visitor, title).count()).isEqualTo(1);
            visitor.to("/recherche?q=haies&kind=offer&remoteDays=4");
            assertThat(heading(visitor, title).count()).isZero();

            visitor.to("/recherche?q=haies&kind=offer");
            heading(visitor, title).first().click();
            assertThat(visitor.page().locator("h1").textContent()).contains(title);
            visitor.keep("offre");

            recruiter.to("/offres/mes-offres");
            recruiter
                    .page()
                    .locator("article", new Page.LocatorOptions().setHasText(title))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Retirer l’offre"))
                    .click();
            recruiter.page().waitForURL(Pattern.compile(".*fait=.*"));
            recruiter.keep("mes-offres");

            await().atMost(FINDABLE).until(() -> !isFound(title));
            assertThat(results(visitor, "data scientist télétravail", title).count())
                    .isZero();
            assertThat(visitor.page().content()).doesNotContain(title);
        }
    }

    // by the API: the seconds are the platform's, not those a browser takes to draw two pages
    private static boolean isFound(String title) {
        return agora.anonymous().get("/api/search?q=haies&kind=offer").body().contains(title);
    }

    private static void fill(Page page, String title) {
        page.locator("[name=title]").fill(title);
        page.locator("[name=summary]")
                .fill("Suivre les haies de France depuis le ciel, avec les agents qui les replantent.");
        page.locator("[name=description]").fill("## Vos missions\n\nEntraîner un modèle qui repère les haies.");
        page.locator("[name=remoteDaysPerWeek]").fill("3");
        page.locator("[name=validThrough]").fill(LocalDate.now().plusMonths(2).toString());
        // the label is what a finger touches: the design system hides the box itself
        page.locator("label", new Page.LocatorOptions().setHasText("Tout le monde"))
                .first()
                .click();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Typed into the home's own search box. */
    private static Locator results(Visit visitor, String words, String title) {
        visitor.to("/");
        Locator box = visitor.page().locator("main [name=q]");
        box.fill(words);
        box.press("Enter");
        visitor.page().waitForURL(Pattern.compile(".*/recherche.*"));
        return heading(visitor, title);
    }

    private static Locator heading(Visit visitor, String title) {
        return visitor.page().locator("main a", new Page.LocatorOptions().setHasText(title));
    }
}
