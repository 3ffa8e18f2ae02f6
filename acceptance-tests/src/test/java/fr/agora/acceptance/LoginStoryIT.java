package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fr.agora.acceptance.Browser.Visit;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The ways in that a demo account does not take: by ProConnect, with a second factor; and the way out of everywhere. */
class LoginStoryIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Agora agora;
    private static IdentityConsole console;
    private static Browser browser;

    @BeforeAll
    static void open() {
        agora = Agora.running();
        console = new IdentityConsole(agora);
        browser = Browser.open(agora);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void nobodyIsOfferedProConnectUntilItIsSwitchedOn() {
        try (Visit visit = browser.visit(1280, true)) {
            visit.to("/connexion?retour=/moi");

            assertThat(visit.page().locator("#kc-login").count()).isEqualTo(1);
            assertThat(visit.page().locator("#social-proconnect").count()).isZero();
        }
    }

    @Test
    void aFirstLoginByProConnectMakesAnAgentOfTheOrganisationThatTheAddressSays() {
        console.remove("jeanne.essai");
        console.remove("paul.essai");
        try (ProConnectRealm proConnect = ProConnectRealm.open(agora, console, "insee.exemple", "insee")) {
            proConnect.knows("jeanne.essai", "Jeanne", "Essai", "jeanne.essai@insee.exemple");
            proConnect.knows("paul.essai", "Paul", "Essai", "paul.essai@ailleurs-insee.exemple");

            comesBy("jeanne.essai", "Jeanne Essai");
            comesBy("paul.essai", "Paul Essai");
            assertThat(console.sessions("paul.essai"))
                    .as("left behind at Keycloak")
                    .isZero();

            assertThat(claims("jeanne.essai").path("organization").asString("")).isEqualTo("insee");
            assertThat(claims("jeanne.essai").path("roles").toString())
                    .as("an agent reads; members are invited")
                    .doesNotContain("member", "admin");
            assertThat(claims("paul.essai").has("organization"))
                    .as("of no organisation we know")
                    .isFalse();
        } finally {
            console.remove("jeanne.essai");
            console.remove("paul.essai");
        }
    }

    private static void comesBy(String userName, String name) {
        try (Visit visit = browser.visit(1280, true)) {
            byProConnect(visit, userName);
            visit.page().waitForURL(agora.url("/moi"));

            assertThat(visit.page().locator("header").textContent()).contains(name);
            List<String> addresses = new CopyOnWriteArrayList<>();
            visit.page().onRequest(request -> addresses.add(request.url()));
            logOut(visit);
            assertThat(addresses).as("ProConnect was left too").anyMatch(ProConnectRealm::isLogout);
            assertThat(visit.page().locator("header").textContent()).doesNotContain(name);
        }
    }

    @Test
    void aMailThatIsSomebodysAlreadyOpensNothingByProConnectUntilTheirPasswordIsKnown() {
        console.create("essai.ancienne", null, "member");
        try (ProConnectRealm proConnect = ProConnectRealm.open(agora, console, "essai.exemple", "insee")) {
            proConnect.knows("faux.ancienne", "Faux", "Ancienne", "essai.ancienne@essai.exemple");
            try (Visit visit = browser.visit(1280, true)) {
                byProConnect(visit, "faux.ancienne");

                visit.page().locator("#linkAccount").waitFor();
                visit.keep("connexion-adresse-connue");
                visit.page().locator("#linkAccount").click();
                assertThat(visit.page().locator("#username").inputValue()).isEqualTo("essai.ancienne");
                visit.page().locator("#password").fill("une devinette");
                visit.page().locator("#kc-login").click();

                assertThat(visit.page().locator("#password").count()).isEqualTo(1);
                assertThat(visit.to("/moi").page().url()).contains("/auth/realms/agora/");
            }
            assertThat(console.links("essai.ancienne")).isEmpty();
        } finally {
            console.remove("essai.ancienne");
        }
    }

    private static void byProConnect(Visit visit, String userName) {
        visit.to("/connexion?retour=/moi");
        visit.keep("connexion-proconnect");
        visit.page().locator("#social-proconnect").click();
        visit.page().locator("#username").fill(userName);
        visit.page().locator("#password").fill(ProConnectRealm.PASSWORD);
        visit.page().locator("#kc-login").click();
    }

    @Test
    void aPasswordIsMaskedMayBePastedAndIsShownToWhoeverWantsToSeeIt() {
        try (Visit visit = browser.visit(1280, true)) {
            visit.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.to("/connexion?retour=/moi");
            Locator password = visit.page().locator("#password");
            assertThat(password.getAttribute("type")).isEqualTo("password");
            assertThat(password.getAttribute("autocomplete")).isNotEqualTo("off");

            visit.page().locator("#username").fill("une brouette de mots");
            visit.page().locator("#username").press("ControlOrMeta+a");
            visit.page().locator("#username").press("ControlOrMeta+c");
            password.press("ControlOrMeta+v");

            assertThat(password.inputValue()).isEqualTo("une brouette de mots");
            visit.page().locator("[data-password-toggle]").click();
            assertThat(password.getAttribute("type")).isEqualTo("text");
        }
    }

    @Test
    void peopleFindTheirSessionsFromTheirPageAndEndTheOneOnAnotherScreen() {
        console.create("essai.appareils", null, "member");
        try (Visit office = browser.visit(1280, true);
                Visit phone = browser.visit(360, true)) {
            phone.logIn("essai.appareils");
            office.logIn("essai.appareils");

            office.page()
                    .locator("a[href$='/account-security/device-activity']")
                    .click();
            // the present one has no such button, so that there is one in all
            office.page().locator(".signed-in-device-list button").click();
            office.keep("appareils");
            office.page().locator("#modal-confirm").click();

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(phone.to("/moi").page().url()).contains("/auth/realms/agora/"));
            assertThat(office.to("/moi").page().url()).isEqualTo(agora.url("/moi"));
        } finally {
            console.remove("essai.appareils");
        }
    }

    /** What the platform is told of an account, once it has a password of its own too. */
    private static JsonNode claims(String userName) {
        console.setPassword(userName, "demo");
        String payload = agora.run("token", userName).split("\\.")[1];
        return Api.JSON.readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    /** The step that {@code AGORA_STEP_UP} asks of moderators and administrators, see AccountWatchTests. */
    @Test
    void aModeratorAskedForASecondFactorSetsItUpOnceAndIsAskedForItFromThenOn() {
        console.create("essai.moderation", null, "member", "moderator");
        console.require("essai.moderation", "CONFIGURE_TOTP");
        try {
            String secret;
            String used;
            try (Visit visit = browser.visit(1280, true)) {
                password(visit);
                visit.page().locator("#mode-manual").click();
                secret = visit.page().locator("#kc-totp-secret-key").textContent();
                visit.keep("second-facteur");
                visit.page().locator("#totp").fill(used = OneTimeCode.now(secret));
                visit.page().locator("#saveTOTPBtn").click();
                visit.page().waitForURL(agora.url("/moi"));
            }
            try (Visit visit = browser.visit(1280, true)) {
                password(visit);
                // a code opens once, and in its own half minute only
                assertThat(opens(visit, used)).isFalse();
                OneTimeCode.awaitAnother(secret, used);
                assertThat(opens(visit, OneTimeCode.next(secret))).isFalse();
                assertThat(opens(visit, OneTimeCode.now(secret))).isTrue();
                visit.page().waitForURL(agora.url("/moi"));
            }
        } finally {
            console.remove("essai.moderation");
        }
    }

    private static boolean opens(Visit visit, String code) {
        visit.page().locator("#otp").fill(code);
        visit.page().locator("#kc-login").click();
        return !visit.page().url().contains("/auth/realms/agora/");
    }

    @Test
    void whoeverGuessesAPasswordIsNotTakenAtTheRightOneEither() {
        console.create("essai.devine", null, "member");
        console.create("essai.voisin", null, "member");
        try {
            assertThat(tokenFor("essai.devine", "demo")).isEqualTo(200);

            for (int guess = 0; guess < 9; guess++) {
                assertThat(tokenFor("essai.devine", "devine-" + guess)).isIn(400, 401);
            }

            assertThat(tokenFor("essai.devine", "demo")).isIn(400, 401);
            assertThat(tokenFor("essai.voisin", "demo"))
                    .as("nobody else is shut out")
                    .isEqualTo(200);
            console.forgetGuesses("essai.devine");
            assertThat(tokenFor("essai.devine", "demo")).isEqualTo(200);
        } finally {
            console.remove("essai.devine");
            console.remove("essai.voisin");
        }
    }

    private static int tokenFor(String account, String password) {
        return Api.send(HttpRequest.newBuilder(
                                URI.create(agora.loginUrl("/auth/realms/agora/protocol/openid-connect/token")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=password&client_id=agora-cli&username=%s&password=%s"
                                        .formatted(account, password)))
                        .build())
                .status();
    }

    private static void password(Visit visit) {
        visit.to("/connexion?retour=/moi");
        visit.page().locator("#username").fill("essai.moderation");
        visit.page().locator("#password").fill("demo");
        visit.page().locator("#kc-login").click();
    }

    @Test
    void whoIsLoggedOutEverywhereIsAStrangerOnEachOfTheirScreens() {
        console.create("essai.partout", null, "member");
        try (Visit office = browser.visit(1280, true);
                Visit phone = browser.visit(360, true)) {
            office.logIn("essai.partout");
            phone.logIn("essai.partout");

            console.logOut("essai.partout");

            for (Visit each : new Visit[] {office, phone}) {
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(each.to("/moi").page().url()).contains("/auth/realms/agora/"));
            }
        } finally {
            console.remove("essai.partout");
        }
    }

    @Test
    void aLinkOfAnotherSiteAsksBeforeItLogsAnybodyInWhomKeycloakRemembers() {
        try (Visit visit = browser.visit(1280, true)) {
            visit.logIn("lucas.morvan");
            visit.context().clearCookies(new ClearCookiesOptions().setName("AGORA_SESSION"));

            visit.page().navigate("data:text/html,<a href='" + agora.url("/moi") + "'>Votre profil</a>");
            visit.page().locator("a").click();
            visit.page().waitForURL(agora.url("/connexion?retour=**"));
            visit.keep("connexion-demandee").fits().isAccessible();

            assertThat(visit.page().locator("h1").textContent()).contains("Voulez-vous vous connecter");
            assertThat(visit.context().cookies())
                    .extracting(cookie -> cookie.name)
                    .as("nobody is logged in, and Keycloak remembers them")
                    .doesNotContain("AGORA_SESSION")
                    .contains("KEYCLOAK_IDENTITY");
            visit.page().locator("main a.fr-btn").first().click();
            visit.page().waitForURL(agora.url("/moi"));
            assertThat(visit.page().locator("header").textContent()).contains("Lucas");
        }
    }

    @Test
    void whoLogsOutOnOneScreenLeavesTheOthersTooAndNoAddressHoldsTheirToken() {
        try (Visit visit = browser.visit(1280, true)) {
            visit.logIn("lucas.morvan");
            Page other = visit.context().newPage();
            other.navigate(agora.url("/moi"));
            assertThat(other.locator("main").textContent()).contains("Lucas");
            List<String> addresses = new CopyOnWriteArrayList<>();
            visit.context().onRequest(request -> addresses.add(request.url()));

            logOut(visit);

            other.waitForURL(agora.url("/"));
            assertThat(other.locator("header").textContent())
                    .contains("Se connecter")
                    .doesNotContain("Lucas");
            assertThat(addresses)
                    .as("Keycloak was left too")
                    .anyMatch(address -> address.contains("/protocol/openid-connect/logout"))
                    .noneMatch(address -> address.contains("id_token_hint") || address.contains("eyJ"));
            assertThat(visit.to("/moi").page().url()).contains("/auth/realms/agora/");
            assertThat(visit.page().locator("#kc-login").count())
                    .as("and remembers nobody")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void whoseBrowserDoesNotGoOnByItselfReadsWhereTheyAreAndFindsTheWay(int width) {
        try (Visit visit = browser.visit(width, true)) {
            Page page = visit.logIn("lucas.morvan").to("/moi").page();
            page.route(agora.url("/deconnexion"), LoginStoryIT::withoutGoingOn);
            page.evaluate("document.querySelector('form[action=\"/deconnexion\"]').requestSubmit()");
            page.locator("h1").getByText("Déconnexion").waitFor();
            visit.keep("deconnexion").fits().isAccessible();
            assertThat(page.locator("header").textContent())
                    .contains("Se connecter")
                    .doesNotContain("Lucas");

            page.locator("main a.fr-btn").click();
            page.waitForURL(agora.url("/"));
            visit.to("/moi");
            assertThat(page.locator("#kc-login").count())
                    .as("Keycloak remembers nobody")
                    .isEqualTo(1);
        }
    }

    private static void withoutGoingOn(Route route) {
        APIResponse answer = route.fetch();
        Map<String, String> headers = new HashMap<>(answer.headers());
        assertThat(headers.remove("refresh"))
                .as("where the page leads by itself")
                .isNotNull();
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }

    @Test
    void theBrowserKeepsNothingOfAPersonButTheirTheme() {
        try (Visit visit = browser.visit(1280, true)) {
            visit.logIn("lucas.morvan").to("/moi/modifier").to("/messages").to("/recherche?q=data");
            visit.page().locator("[data-agora-theme]").first().click();
            visit.to("/annuaire").to("/offres");

            assertThat(visit.page().evaluate("""
                    async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
                        ...(await caches.keys()), ...(await indexedDB.databases()).map(each => each.name)].join()""")).isEqualTo("agora-theme");
            assertThat(visit.page().evaluate("localStorage.getItem('agora-theme')"))
                    .isIn("dark", "light");
            logOut(visit);
            assertThat(visit.page().evaluate("Object.keys(localStorage).join() + Object.keys(sessionStorage).join()"))
                    .isEqualTo("agora-theme");
        }
    }

    private static void logOut(Visit visit) {
        visit.page().locator(".agora-drop summary").first().click();
        visit.page().locator(".agora-drop form[action='/deconnexion'] button").click();
        visit.page().waitForURL(agora.url("/"));
    }
}
