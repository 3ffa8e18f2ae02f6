package fr.agora.gateway.keycloak;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's cookies on their way over an https address; BoundCookiesTests tries the odd ones. */
class KeycloakCookiesTests {

    private static final String LOGIN = "/auth/realms/agora/login-actions/authenticate";

    private static Platform platform;

    @BeforeAll
    static void open() {
        platform = Platform.with("--agora.public-url=https://agora.exemple");
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
    void everyCookieOfKeycloaksIsBoundToThisHost() {
        platform.provider()
                .answers(get(urlPathEqualTo(LOGIN))
                        .willReturn(ok().withHeader(
                                        "Set-Cookie",
                                        "KEYCLOAK_IDENTITY=k; Version=1; Path=/auth/realms/agora/; Secure; HttpOnly",
                                        "KEYCLOAK_SESSION=s;Path=/auth/realms/agora/;Max-Age=36000;Secure;SameSite=None",
                                        "KC_RESTART=; Path=/auth/realms/agora/; Max-Age=0",
                                        "AGORA_SESSION=planted; Path=/")));

        assertThat(platform.get(LOGIN).headers("Set-Cookie"))
                .containsExactly(
                        "__Host-auth-KEYCLOAK_IDENTITY=k; Path=/; Secure; Version=1; HttpOnly",
                        "__Host-auth-KEYCLOAK_SESSION=s; Path=/; Secure; Max-Age=36000; SameSite=None",
                        "__Host-auth-KC_RESTART=; Path=/; Secure; Max-Age=0");
    }

    @Test
    void keycloakReadsThemByItsOwnNamesAndNoneThatANeighbouringHostPlanted() {
        platform.get(
                LOGIN,
                "Cookie",
                "KEYCLOAK_IDENTITY=planted; __Host-auth-KEYCLOAK_IDENTITY=k; __Host-AGORA_SESSION=s; a=b",
                "Cookie",
                "__Host-auth-KC_RESTART=r");

        assertThat(platform.provider().received().getHeader("Cookie")).isEqualTo("KEYCLOAK_IDENTITY=k; KC_RESTART=r");
    }

    @Test
    void noServiceReadsOrSetsOne() {
        platform.services()
                .stubFor(any(anyUrl())
                        .willReturn(ok().withHeader(
                                        "Set-Cookie",
                                        "__Host-auth-KEYCLOAK_IDENTITY=planted; Path=/; Secure",
                                        "__Host-agora_lang=en; Path=/; Secure")));

        Answer answer = platform.get(
                "/offres", "Cookie", "__Host-agora_lang=fr; __Host-auth-KEYCLOAK_IDENTITY=k; __Host-auth-KC_RESTART=r");

        assertThat(platform.received().getHeader("Cookie")).isEqualTo("__Host-agora_lang=fr");
        assertThat(answer.headers("Set-Cookie")).containsExactly("__Host-agora_lang=en; Path=/; Secure");
    }

    @Test
    void theTokenOfALogoutGoesToItsFormAndToNoService() {
        String logout = "/auth/realms/agora/protocol/openid-connect/logout";
        String hint = "__Host-auth-AGORA_LOGOUT=a.b.c";

        Answer goodbye = platform.get(logout, "Cookie", hint + "; __Host-auth-KEYCLOAK_IDENTITY=k");
        platform.get("/offres", "Cookie", hint);

        assertThat(platform.provider().received().getBodyAsString()).contains("id_token_hint=a.b.c");
        assertThat(platform.provider().received().getHeader("Cookie")).isEqualTo("KEYCLOAK_IDENTITY=k");
        assertThat(platform.received().containsHeader("Cookie")).isFalse();
        assertThat(goodbye.headers("Set-Cookie"))
                .contains("__Host-auth-AGORA_LOGOUT=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/resources/abcde/login/agora/js/authChecker.js",
                "/auth/resources/abcde/login/agora/js/passkeysConditionalAuth.js",
                "/auth/realms/agora/protocol/openid-connect/login-status-iframe.html",
                "/auth/realms/agora/protocol/openid-connect/3p-cookies/step1.html"
            })
    void keycloaksScriptsFindThemByTheNameTheBrowserKeepsThemBy(String path) {
        platform.provider()
                .answers(get(urlPathEqualTo(path)).willReturn(ok("« déjà » getCookie(\"KEYCLOAK_SESSION\")")));

        Answer answer = platform.get(path, "Accept-Encoding", "gzip", "Range", "bytes=0-9");

        assertThat(answer.body()).isEqualTo("« déjà » getCookie(\"__Host-auth-KEYCLOAK_SESSION\")");
        assertThat(answer.header("Content-Length"))
                .isEqualTo(Integer.toString(answer.body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(platform.provider().received().getHeaders().keys())
                .extracting(String::toLowerCase)
                .doesNotContain("accept-encoding", "range");
    }

    @Test
    void whatElseKeycloakSaysPassesAsItIs() {
        String script = "/auth/resources/abcde/login/agora/js/authChecker.js";
        platform.provider()
                .answers(get(urlPathEqualTo(script)).willReturn(status(304).withHeader("ETag", "\"7\"")));
        platform.provider().answers(get(urlPathEqualTo(LOGIN)).willReturn(ok("\"KEYCLOAK_SESSION\"")));

        assertThat(platform.get(script).status()).isEqualTo(304);
        assertThat(platform.get(script).header("ETag")).isEqualTo("\"7\"");
        assertThat(platform.get(LOGIN).body()).isEqualTo("\"KEYCLOAK_SESSION\"");
    }
}
