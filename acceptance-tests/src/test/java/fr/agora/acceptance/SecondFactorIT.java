package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import fr.agora.acceptance.Browser.Visit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A platform that asks moderators and administrators for a second factor, {@code ./agora test -P second-factor}. */
class SecondFactorIT {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Agora agora = Agora.running();
    private final IdentityConsole console = new IdentityConsole(agora);

    @Test
    void aModeratorModeratesOnceTheyHaveLoggedInByTheSecondFactorTheyWereAskedToSetUp() {
        console.create("essai.animation", null, "member", "moderator");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(console.user("essai.animation")
                                .path("requiredActions")
                                .toString())
                        .contains("CONFIGURE_TOTP"));
        try (Browser browser = Browser.open(agora);
                Visit visit = browser.visit(1280, true)) {
            Page page = visit.page();
            visit.to("/connexion?retour=/moderation");
            page.locator("#username").fill("essai.animation");
            password(page);
            page.locator("#mode-manual").click();
            String secret = page.locator("#kc-totp-secret-key").textContent();
            String shown = OneTimeCode.now(secret);
            page.locator("#totp").fill(shown);
            page.locator("#saveTOTPBtn").click();
            page.waitForURL(agora.url("/moderation"));

            assertThat(page.locator("h1").textContent())
                    .isEqualTo("Cette page demande une connexion avec le second facteur");
            visit.fits().isAccessible();
            assertThat(visit.to("/moi").page().locator("main").textContent())
                    .contains("Vos droits d’animation ou d’administration attendent");

            visit.to("/moderation");
            page.locator("main a[href*='encore=oui']").click();
            password(page);
            OneTimeCode.awaitAnother(secret, shown);
            page.locator("#otp").fill(OneTimeCode.now(secret));
            page.locator("#kc-login").click();
            page.waitForURL(agora.url("/moderation"));

            assertThat(page.locator("h1").textContent()).doesNotContain("second facteur");
            assertThat(visit.to("/moi").page().locator("main").textContent()).doesNotContain("attendent une connexion");
        } finally {
            console.remove("essai.animation");
        }
    }

    private static void password(Page page) {
        page.locator("#password").fill("demo");
        page.locator("#kc-login").click();
    }
}
