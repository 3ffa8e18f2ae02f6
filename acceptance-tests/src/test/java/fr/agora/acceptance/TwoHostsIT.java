package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.agora.acceptance.Browser.Visit;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A platform whose login has a host of its own, {@code ./agora test -P two-hosts}, on which LoginStoryIT's stories are
 * told too.
 */
class TwoHostsIT {

    private static final String ACCOUNT = "/auth/realms/agora/account/";

    private static Agora agora;
    private static Browser browser;

    @BeforeAll
    static void open() {
        agora = Agora.running();
        assertThat(agora.loginUrl("")).as("two hosts").isNotEqualTo(agora.url(""));
        browser = Browser.open(agora);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void peopleLogInOnOneHostAndAreKnownOnTheOther() {
        try (Visit visit = browser.visit(1280, true)) {
            Page page = visit.page();
            visit.to("/moi");
            assertThat(page.url()).startsWith(agora.loginUrl("/auth/realms/agora/"));
            visit.keep("connexion-autre-hote");

            visit.logIn("lucas.morvan");
            assertThat(page.locator("header").textContent()).contains("Lucas");
            assertThat(visit.context().cookies())
                    .anyMatch(cookie -> isOf(agora.url(""), cookie) && cookie.name.equals("AGORA_SESSION"))
                    .anyMatch(cookie -> isOf(agora.loginUrl(""), cookie) && cookie.name.equals("KEYCLOAK_IDENTITY"))
                    .noneMatch(cookie -> isOf(agora.loginUrl(""), cookie) && cookie.name.startsWith("AGORA"))
                    .noneMatch(cookie -> isOf(agora.url(""), cookie) && cookie.name.startsWith("K"));

            page.locator("a[href$='/account-security/signing-in']").click();
            page.waitForURL(agora.loginUrl(ACCOUNT + "account-security/signing-in"));
            page.locator("h1").first().waitFor();
            visit.keep("compte-autre-hote");
            assertThat(visit.to("/moi").page().url()).isEqualTo(agora.url("/moi"));
        }
    }

    private static boolean isOf(String host, Cookie cookie) {
        return cookie.domain.equals(URI.create(host).getHost());
    }

    @Test
    void noScriptOfThePagesReachesTheLogin() {
        try (Visit visit = browser.visit(1280, true)) {
            Page page = visit.logIn("lucas.morvan").page();

            assertThat(page.evaluate("fetch('" + ACCOUNT + "').then(answer => answer.status)"))
                    .isEqualTo(404);
            assertThat(page.evaluate("fetch('" + ACCOUNT + "', {headers: {'X-Forwarded-Host': '"
                            + URI.create(agora.loginUrl("")).getAuthority() + "'}}).then(answer => answer.status)"))
                    .isEqualTo(404);
            assertThat(page.evaluate("fetch('" + agora.loginUrl(ACCOUNT)
                            + "', {credentials: 'include'}).then(() => 'read', () => 'refused')"))
                    .isEqualTo("refused");
        }
    }

    @Test
    void theSiteIsNotOnTheLoginsHost() {
        try (Visit visit = browser.visit(1280, true)) {
            Page page = visit.page();

            assertThat(page.navigate(agora.loginUrl("/offres")).status()).isEqualTo(404);
            visit.keep("introuvable-autre-hote").fits().isAccessible();
            page.navigate(agora.loginUrl("/"));
            assertThat(page.url()).isEqualTo(agora.url("/"));
        }
    }
}
