package fr.agora.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import fr.agora.gateway.Provider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LoginTests {

    private static final String LOGOUT = "/auth/realms/agora/protocol/openid-connect/logout";

    private static Platform platform;

    @BeforeAll
    static void open() {
        platform = Platform.with();
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @BeforeEach
    void reset() {
        platform.everythingAnswers("bonjour");
    }

    @Test
    void anAnonymousVisitorGetsNoSessionAndNoCookie() {
        Answer answer = platform.get("/offres");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("Set-Cookie")).isEmpty();
        assertThat(platform.received().containsHeader("Authorization")).isFalse();
        assertThat(platform.received().containsHeader("X-Agora-Csrf")).isFalse();
    }

    @Test
    void aLoginStartsWithAProofKeyAtThePublicAddress() {
        Answer start = platform.get("/connexion?retour=/offres");

        assertThat(start.status()).isEqualTo(302);
        assertThat(start.header("Location"))
                .startsWith(platform.url() + "/auth/realms/agora/protocol/openid-connect/auth?")
                .contains("client_id=agora-gateway", "code_challenge_method=S256", "code_challenge=", "nonce=");
        assertThat(start.headers("Set-Cookie").getFirst()).contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void whoeverIsToLogInAgainIsAskedForEverythingThoughKeycloakRemembersThem() {
        Answer start = platform.get("/connexion?retour=/moderation&encore=oui");
        platform.provider().grants("nora", "sid-nora", Platform.parameter(start, "nonce"), "stronger-token", 300);

        Answer back = platform.comeBack(start);

        assertThat(start.header("Location")).contains("&prompt=login", "code_challenge=", "nonce=");
        assertThat(platform.get("/connexion?retour=/moderation").header("Location"))
                .doesNotContain("prompt=");
        assertThat(back.header("Location")).isEqualTo("/moderation");
    }

    @Test
    void aLoginEndsWhereItBeganUnderANewSessionId() {
        Answer start = platform.get("/connexion?retour=/offres/nouvelle%3Fa%3Db");
        platform.provider().grants("nora", "sid-nora", Platform.parameter(start, "nonce"), "token-of-nora", 300);

        Answer back = platform.comeBack(start);

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/offres/nouvelle?a=b");
        assertThat(back.session()).isPresent().isNotEqualTo(start.session());
    }

    @Test
    void theTokenOfTheSessionReachesTheServicesWithAFormToken() {
        String cookie = platform.login("lucas");

        platform.get("/offres", "Cookie", cookie + "; agora_lang=en");

        assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer access-of-lucas");
        assertThat(platform.received().getHeader("X-Agora-Csrf")).hasSizeGreaterThan(30);
        assertThat(platform.received().getHeader("Cookie")).isEqualTo("agora_lang=en");
    }

    @Test
    void theFormTokenStaysTheSameDuringASession() {
        String cookie = platform.login("lucas");

        platform.get("/offres", "Cookie", cookie);
        String first = platform.received().getHeader("X-Agora-Csrf");
        platform.get("/annuaire", "Cookie", cookie);

        assertThat(platform.received().getHeader("X-Agora-Csrf")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ailleurs.exemple/",
                "//ailleurs.exemple",
                "/\\ailleurs.exemple",
                "/%09/ailleurs.exemple",
                "javascript:alert(1)",
                "/%0d%0aLocation:https://ailleurs.exemple",
                "/connexion?retour=/connexion",
                "/auth/realms/agora/protocol/openid-connect/logout",
                "http:ailleurs.exemple",
                ""
            })
    void aLoginNeverLeadsAway(String elsewhere) {
        Answer start = platform.get("/connexion?retour=" + elsewhere.replace("\\", "%5C"));
        platform.provider().grants("nora", "sid-nora", Platform.parameter(start, "nonce"), "t", 300);

        assertThat(platform.comeBack(start).header("Location")).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aLinkFromElsewhereAsksBeforeItLogsAnybodyIn(String from) {
        Answer asked = platform.get("/connexion?retour=/offres/nouvelle%3Fa%3Db", "Sec-Fetch-Site", from);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.headers("Set-Cookie")).isEmpty();
        assertThat(asked.header("Cache-Control")).isEqualTo("no-store");
        assertThat(asked.body())
                .contains("lang=\"fr\"", "Voulez-vous vous connecter")
                .contains("<a class=\"fr-btn\" href=\"/connexion?retour=%2Foffres%2Fnouvelle%3Fa%3Db\"");
    }

    @Test
    void thePageThatAsksSpeaksEnglishToo() {
        Answer french = platform.get("/connexion?retour=/offres", "Sec-Fetch-Site", "cross-site");
        assertThat(french.body()).contains("href=\"/connexion?retour=%2Foffres&amp;lang=en\"");

        Answer english = platform.get("/connexion?retour=%2Foffres&lang=en", "Sec-Fetch-Site", "same-origin");

        assertThat(english.status()).as("another language is no login").isEqualTo(200);
        assertThat(english.body())
                .contains("Would you like to log in?", "<a class=\"fr-btn\" href=\"/connexion?retour=%2Foffres\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "same-origin"})
    void whoeverAsksToLogInIsNotAskedAgain(String from) {
        Answer start = platform.get("/connexion?retour=/offres", "Sec-Fetch-Site", from);

        assertThat(start.status()).isEqualTo(302);
        assertThat(start.session()).isPresent();
    }

    @Test
    void aLoginAtAnotherProviderComesBackFromThereAndIsNotAskedAgain() {
        Answer start = platform.get("/connexion?retour=/offres", "Sec-Fetch-Site", "same-origin");
        platform.provider().grants("nora", "sid-nora", Platform.parameter(start, "nonce"), "t", 300);

        Answer back = platform.get(
                "/login/oauth2/code/agora?code=c&state=" + Platform.rawParameter(start, "state"),
                "Cookie",
                start.session().orElseThrow(),
                "Sec-Fetch-Site",
                "cross-site");

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/offres");
    }

    @Test
    void aCodeBroughtToAnotherSessionLogsNobodyIn() {
        Answer victim = platform.get("/connexion");
        Answer attacker = platform.get("/connexion");
        platform.provider().grants("mallory", "sid", Platform.parameter(attacker, "nonce"), "t", 300);

        Answer back = platform.get(
                "/login/oauth2/code/agora?code=c&state=" + Platform.parameter(attacker, "state"),
                "Cookie",
                victim.session().orElseThrow());

        assertThat(back.status()).isEqualTo(400);
        assertThat(back.body()).contains("La connexion n’a pas abouti");
    }

    @Test
    void anIdTokenSignedByAnotherKeyLogsNobodyIn() {
        Answer start = platform.get("/connexion");
        platform.provider().grantsForgedIdToken("mallory", Platform.parameter(start, "nonce"));

        assertNobodyIsLoggedIn(start);
    }

    @Test
    void anIdTokenThatBringsItsOwnKeyLogsNobodyInAndNobodyFetchesTheKey() {
        Answer start = platform.get("/connexion");
        platform.provider().grantsIdTokenOfItsOwnKey("mallory", Platform.parameter(start, "nonce"));

        assertNobodyIsLoggedIn(start);
        assertThat(platform.provider().heard(Provider.FOREIGN_KEYS)).isFalse();
    }

    @Test
    void anIdTokenOfAnotherLoginLogsNobodyIn() {
        Answer start = platform.get("/connexion");
        Answer other = platform.get("/connexion");
        platform.provider().grants("mallory", "sid", Platform.parameter(other, "nonce"), "replayed", 300);

        assertNobodyIsLoggedIn(start);
    }

    @Test
    void anIdTokenForAnotherClientLogsNobodyIn() {
        Answer start = platform.get("/connexion");
        platform.provider().grantsIdTokenFor("account-console", Platform.parameter(start, "nonce"));

        assertNobodyIsLoggedIn(start);
    }

    private static void assertNobodyIsLoggedIn(Answer start) {
        Answer back = platform.comeBack(start);

        assertThat(back.status()).isEqualTo(400);
        assertThat(back.body()).contains("La connexion n’a pas abouti");
        platform.get("/offres", "Cookie", start.session().orElseThrow());
        assertThat(platform.received().containsHeader("Authorization")).isFalse();
    }

    @Test
    void whatSomebodyWritesIntoARefusedLoginBeginsNoEntryOfTheLog(CapturedOutput log) {
        Answer start = platform.get("/connexion");

        platform.get(
                "/login/oauth2/code/agora?error=access_denied&error_description=non%0D%0A2026-11-26T09:00:00.000Z%20ERROR"
                        + "&state=" + Platform.rawParameter(start, "state"),
                "Cookie",
                start.session().orElseThrow());

        assertThat(log.getOut())
                .contains("A login did not succeed. cause=[access_denied] non")
                .doesNotContain("\n2026-11-26T09:00:00.000Z ERROR");
    }

    @Test
    void aTokenNearItsEndIsRenewed() {
        String cookie = platform.login("samuel", "short-lived", 5);
        platform.provider().renewsWith("renewed", 300);

        platform.get("/offres", "Cookie", cookie);
        assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer renewed");

        platform.provider().refusesRenewal();
        platform.get("/offres", "Cookie", cookie);
        assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer renewed");
    }

    @Test
    void aSessionKeycloakRenewsNoLongerGoesOnAnonymously() {
        String cookie = platform.login("claire", "short-lived", 5);
        platform.provider().refusesRenewal();

        Answer answer = platform.get("/offres", "Cookie", cookie);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(platform.received().containsHeader("Authorization")).isFalse();
    }

    @Test
    void aCallersOwnTokenPassesAndTheSessionStaysOut() {
        String cookie = platform.login("nora");

        platform.post("/api/jobs/offers", "{}", "Authorization", "Bearer my-own", "Cookie", cookie);

        assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer my-own");
        assertThat(platform.received().containsHeader("X-Agora-Csrf")).isFalse();
    }

    @Test
    void loggingOutEndsTheSessionHereAndAtKeycloak() {
        String cookie = platform.login("hugo");

        Answer out = platform.post("/deconnexion", "", "Cookie", cookie, "Origin", platform.url());

        assertThat(out.leadsTo())
                .startsWith(platform.url() + LOGOUT + "?")
                .contains("client_id=agora-gateway", "post_logout_redirect_uri=");
        assertThat(out.headers("Set-Cookie").getLast()).contains("AGORA_SESSION=;", "Max-Age=0");
        // what the browser kept goes; Keycloak's cookies stay for its own logout, the choice of a theme stays for good
        assertThat(out.header("Clear-Site-Data")).isEqualTo("\"cache\"");
        platform.get("/offres", "Cookie", cookie);
        assertThat(platform.received().containsHeader("Authorization")).isFalse();
    }

    // what a form leads to is held to the policy of its page, and ProConnect is no host of ours
    @Test
    void aLogoutGoesOnByAPageOfItsOwnThatKnowsNobody() {
        Answer out = platform.post("/deconnexion", "", "Cookie", platform.login("hugo"), "Origin", platform.url());

        assertThat(out.status()).isEqualTo(200);
        assertThat(out.header("Refresh")).startsWith("0; url=" + platform.url() + LOGOUT + "?");
        assertThat(out.header("Cache-Control")).isEqualTo("no-store");
        assertThat(out.body())
                .contains("Déconnexion", "href=\"" + out.leadsTo().replace("&", "&amp;") + "\"")
                .doesNotContain("hugo", "action=\"/deconnexion\"");
    }

    @Test
    void theAddressOfALogoutAloneLogsNobodyOutAndLeadsHome() {
        String cookie = platform.login("hugo");

        assertThat(platform.get("/deconnexion?lang=en", "Cookie", cookie).header("Location"))
                .isEqualTo("/");
        platform.get("/offres", "Cookie", cookie);
        assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer access-of-hugo");
    }

    @Test
    void whoIsLoggedInNowhereIsLedHome() {
        Answer out = platform.post("/deconnexion", "", "Origin", platform.url());

        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Location")).isEqualTo("/");
    }

    @Test
    void theIdentityTokenGoesToKeycloaksLogoutInABodyAndInNoAddress() {
        Answer out = platform.post("/deconnexion", "", "Cookie", platform.login("hugo"), "Origin", platform.url());
        String hint = out.headers("Set-Cookie").getFirst();
        String token = hint.substring(hint.indexOf('=') + 1, hint.indexOf(';'));

        assertThat(out.leadsTo()).doesNotContain(token, "id_token_hint");
        assertThat(out.body()).doesNotContain(token);
        assertThat(hint)
                .startsWith("AGORA_LOGOUT=ey")
                .contains("Path=" + LOGOUT + ";", "Max-Age=60", "HttpOnly", "SameSite=Strict");

        Answer goodbye = platform.get(
                out.leadsTo().substring(platform.url().length()),
                "Cookie",
                "KEYCLOAK_IDENTITY=k; AGORA_LOGOUT=" + token);

        LoggedRequest asked = platform.provider().received();
        assertThat(asked.getMethod().value()).isEqualTo("POST");
        assertThat(asked.getUrl()).isEqualTo(LOGOUT);
        assertThat(asked.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(asked.formParameter("client_id").firstValue()).isEqualTo("agora-gateway");
        assertThat(asked.formParameter("post_logout_redirect_uri").firstValue()).isEqualTo(platform.url() + "/");
        assertThat(asked.formParameter("id_token_hint").firstValue()).isEqualTo(token);
        assertThat(asked.getHeader("Cookie")).isEqualTo("KEYCLOAK_IDENTITY=k");
        assertThat(goodbye.status()).isEqualTo(302);
        assertThat(goodbye.header("Location")).isEqualTo(platform.url() + "/");
        assertThat(goodbye.headers("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("AGORA_LOGOUT=;") && cookie.contains("Max-Age=0"))
                .anyMatch(cookie -> cookie.startsWith("KEYCLOAK_SESSION=;"));
    }

    @Test
    void aLogoutWithoutOurTokenIsKeycloaksToAskAbout() {
        String address = LOGOUT + "?client_id=agora-gateway&state=s";

        platform.get(address, "Cookie", "KEYCLOAK_IDENTITY=k; AGORA_LOGOUT=a+b%26refresh_token%3Dc");

        assertThat(platform.provider().received().getMethod().value()).isEqualTo("GET");
        assertThat(platform.provider().received().getUrl()).isEqualTo(address);
    }

    @Test
    void whatElseTheAddressOfALogoutSaysStaysOutOfTheForm() {
        platform.get(
                LOGOUT + "?refresh_token=stolen&post_logout_redirect_uri=https://ailleurs.exemple",
                "Cookie",
                "AGORA_LOGOUT=a.b.c");

        assertThat(platform.provider().received().getBodyAsString())
                .contains("id_token_hint=a.b.c")
                .doesNotContain("stolen", "ailleurs");
    }

    @Test
    void keycloakEndsItsSessionsThroughTheBackChannel() {
        String ended = platform.login("amina");
        String other = platform.login("rachid");

        Answer answer = platform.post(
                "/logout/connect/back-channel/agora",
                "logout_token=" + platform.provider().logoutToken("amina", "sid-of-amina"),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(200);
        platform.get("/offres", "Cookie", ended);
        assertThat(platform.received().containsHeader("Authorization")).isFalse();
        platform.get("/offres", "Cookie", other);
        assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer access-of-rachid");
    }

    @Test
    void aForgedLogoutTokenEndsNothing() {
        String cookie = platform.login("amina");
        String token = platform.provider().logoutToken("amina", "sid-of-amina");

        assertEndsNothing(token.substring(0, token.length() - 12) + "AAAAAAAAAAAA", cookie);
    }

    @Test
    void aLogoutTokenThatBringsItsOwnKeyEndsNothingAndNobodyFetchesTheKey() {
        String cookie = platform.login("amina");

        assertEndsNothing(platform.provider().logoutTokenOfItsOwnKey("amina", "sid-of-amina"), cookie);
        assertThat(platform.provider().heard(Provider.FOREIGN_KEYS)).isFalse();
    }

    @Test
    void anIdTokenInPlaceOfALogoutTokenEndsNothing() {
        String cookie = platform.login("amina");

        assertEndsNothing(platform.provider().idToken("amina", "sid-of-amina"), cookie);
    }

    private static void assertEndsNothing(String token, String cookie) {
        Answer answer = platform.post(
                "/logout/connect/back-channel/agora",
                "logout_token=" + token,
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(400);
        platform.get("/offres", "Cookie", cookie);
        assertThat(platform.received().containsHeader("Authorization")).isTrue();
    }
}
