package fr.agora.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Keycloak's pages have a host of their own, each host serves what is its own. */
class OwnHostTests {

    private static final String LOGIN = "/auth/realms/agora/protocol/openid-connect/auth?client_id=agora-gateway";

    private static Platform platform;

    @BeforeAll
    static void open() {
        // as behind a proxy, whose word on the address asked for is then taken
        platform = Platform.with(Platform.APART, "--server.forward-headers-strategy=native");
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @BeforeEach
    void reset() {
        platform.everythingAnswers("bonjour");
    }

    private static Answer atTheLogin(String path, String... headers) {
        return platform.get(platform.loginUrl() + path, headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/realms/agora/account/",
                LOGIN,
                "/auth/realms/agora/protocol/openid-connect/token",
                "/auth/realms/agora/login-actions/authenticate",
                "/auth/realms/agora/broker/proconnect/endpoint?code=c",
                "/auth/resources/abcde/login/agora/css/agora.css"
            })
    void keycloakIsReachedAtItsOwnHostAndNotAtTheSites(String path) {
        Answer refused = platform.get(path);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body()).contains("Page introuvable");
        assertThat(platform.provider().heard(path)).isFalse();

        assertThat(atTheLogin(path).body()).isEqualTo("keycloak");
        assertThat(platform.provider().heard(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61uth/realms/agora/account/", "/aut%68/realms/agora/account/", "/auth", "/auth/"})
    void noOtherWayOfWritingItLeadsThere(String path) {
        assertThat(platform.get(path).status()).isIn(400, 404);
        assertThat(atTheLogin(path).status()).isIn(400, 404);
        assertThat(platform.provider().heard(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/offres",
                "/moi",
                "/annuaire?q=a",
                "/aide/api",
                "/connexion?retour=/moi",
                "/login/oauth2/code/agora?code=c&state=s",
                "/nulle-part",
                "/actuator/health",
                "/authentification"
            })
    void theLoginsHostServesNothingOfTheSite(String path) {
        Answer refused = atTheLogin(path);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body()).contains("Page introuvable").contains("lang=\"fr\"");
        assertThat(refused.headers("Set-Cookie")).isEmpty();
        assertThat(platform.services().getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deconnexion", "/offres/nouvelle", "/logout/connect/back-channel/agora"})
    void norIsAnythingOfItDoneThere(String path) {
        String cookie = platform.login("nora");

        Answer refused = platform.post(
                platform.loginUrl() + path,
                "a=b",
                "Cookie",
                cookie,
                "Origin",
                platform.loginUrl(),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(platform.services().getAllServeEvents()).isEmpty();
        platform.get("/offres", "Cookie", cookie);
        assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer access-of-nora");
    }

    @Test
    void aProgramThatAsksThereReadsAProblem() {
        Answer refused = atTheLogin("/api/jobs/offers");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("urn:agora:problem:not-found");
    }

    @Test
    void whoTypesTheLoginsHostAloneComesToTheSite() {
        Answer led = atTheLogin("/");

        assertThat(led.status()).isEqualTo(302);
        assertThat(led.header("Location")).isEqualTo(platform.url() + "/");
        assertThat(platform.get("/").body()).isEqualTo("bonjour");
    }

    @Test
    void aScriptOfTheSiteNamesNoOtherHostThanTheOneItIsOf() {
        String there = platform.loginUrl().substring("http://".length());

        Answer refused = platform.get(
                LOGIN,
                "X-Forwarded-Host",
                there,
                "Forwarded",
                "host=" + there,
                "X-Original-Host",
                there,
                "Origin",
                platform.loginUrl());

        assertThat(refused.status()).isEqualTo(404);
        assertThat(platform.get("/offres", "X-Forwarded-Host", there).body()).isEqualTo("bonjour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway:8080", "ailleurs.exemple", "localhost.", "127.0.0.1.", "[::1]:8080"})
    void whoeverNamesNeitherHostIsServedAsTheSiteIs(String host) {
        assertThat(platform.get("/offres", "Host", host).body()).isEqualTo("bonjour");
        assertThat(platform.get(LOGIN, "Host", host).status()).isEqualTo(404);
    }

    @Test
    void eachNeighbourIsToldTheHostTheBrowserAsked() {
        atTheLogin(LOGIN);
        platform.get("/offres");

        assertThat(platform.provider().received().getHeader("X-Forwarded-Host"))
                .isEqualTo("127.0.0.1:" + platform.port());
        assertThat(platform.received().getHeader("X-Forwarded-Host")).isEqualTo("localhost:" + platform.port());
    }

    @Test
    void aFormMayGoOnToTheLoginsHostAndNoneAnywhereElse() {
        assertThat(platform.get("/offres").header("Content-Security-Policy"))
                .contains("form-action 'self' " + platform.loginUrl() + ";")
                .contains("script-src 'self';", "connect-src 'self';");
    }

    @Test
    void aPageThatSaysWhyNoLoginComesIsDrawnThere() {
        Matcher style = Pattern.compile("href=\"(/assets/[^\"]+\\.css)\"")
                .matcher(atTheLogin("/nulle-part").body());

        assertThat(style.find()).isTrue();
        assertThat(atTheLogin(style.group(1)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/actuator/health/liveness"})
    void whetherTheGatewayIsWellIsToldOnEither(String path) {
        assertThat(platform.send("GET", path, BodyPublishers.noBody()).status()).isEqualTo(200);
        assertThat(atTheLogin(path).status()).isEqualTo(200);
    }
}
