package fr.agora.gateway.keycloak;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway asks of a login before a session is ended; AccountPagesTests has the real Keycloak behind it. */
class AccountLoginTests {

    private static final String REALM = "/auth/realms/agora";
    private static final String LOGIN = REALM + "/protocol/openid-connect/auth";
    private static final String TOKENS = REALM + "/protocol/openid-connect/token";
    private static final String SESSION = REALM + "/account/sessions/s1";

    private static Platform platform;

    @BeforeAll
    static void open() {
        platform = Platform.with();
        platform.provider().answers(delete(anyUrl()).willReturn(noContent()));
        platform.provider().answers(post(urlPathEqualTo(LOGIN)).willReturn(ok("a login by a form")));
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=account-console&state=s",
                "client_id=account-console&max_age=99999999&state=s",
                "max_age=1&client_id=account-console&max_age=99999999&state=s",
                "client_id=account-console&m%61x_%61ge=99999999&state=s&max%5Fage&max_age",
                "&&client_id=account-console&state=s&"
            })
    void whoeverComesToThePagesOfTheAccountHasLoggedInInTheLastMinutes(String query) {
        platform.get(LOGIN + "?" + query);

        assertThat(platform.provider().received().getUrl())
                .isEqualTo(LOGIN + "?client_id=account-console&state=s&max_age=300");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOGIN + "?%63lient%5Fid=%61ccount-console",
                LOGIN + "?client_id=account%2Dconsole",
                LOGIN + "?client_id=Account-Console",
                LOGIN + "?client_id=agora-gateway&client_id=account-console",
                LOGIN + "?state=s;client_id=account-console;max_age=99999999",
                LOGIN + "/?client_id=account-console",
                REALM + "/protocol/openid-connect/%61uth?client_id=account-console",
                REALM + "/protocol/openid-connect/registrations?client_id=account-console",
                REALM + "/protocol/openid-connect/forgot-credentials?client_id=account-console",
                "/auth/realms/another/protocol/openid-connect/auth?client_id=account-console"
            })
    void noOtherWayOfWritingItLeadsAround(String address) {
        platform.get(address);

        assertThat(platform.provider().received().getUrl())
                .endsWith("&max_age=300")
                .doesNotContain("99999999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=account-console&request=eyJhbGciOiJub25lIn0.e30.",
                "client_id=account-console&request_uri=urn:ietf:params:oauth:request_uri:1",
                "client_id=agora-gateway&r%65quest=e30"
            })
    void noRequestIsHiddenInTheRequest(String query) {
        Answer refused = platform.get(LOGIN + "?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(platform.provider().heard(LOGIN + "?" + query)).isFalse();
    }

    @Test
    void whatNobodyCouldReadReachesNoLogin() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", platform.port())) {
            String request = "GET " + LOGIN + "?client_id=account-console&state=%zz HTTP/1.1\r\n"
                    + "Host: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void noRequestIsHiddenInAForm() {
        for (String place : List.of("auth", "auth/", "registrations", "forgot-credentials")) {
            String path = REALM + "/protocol/openid-connect/" + place + "?form=" + place;
            Answer refused = platform.post(
                    path,
                    "client_id=account-console",
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Origin",
                    platform.url());

            assertThat(refused.status()).as(place).isEqualTo(404);
            assertThat(platform.provider().heard(path)).as(place).isFalse();
        }
    }

    @Test
    void aLoginToThePlatformIsAskedForAsEver() {
        String address = LOGIN + "?client_id=agora-gateway&redirect_uri=http%3A%2F%2Flocalhost&state=a;b&max_age=9";

        platform.get(address);

        assertThat(platform.provider().received().getUrl()).isEqualTo(address);
    }

    @Test
    void whoHasJustLoggedInEndsASession() {
        Answer ended = ends(SESSION, "Bearer " + token("account-console", minutesAgo(14)));

        assertThat(ended.status()).isEqualTo(204);
        assertThat(platform.provider().heard(SESSION)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/account/sessions/old", "/account/sessions", "/account/sessions/", "/account/sess%69ons/old"})
    void anOldLoginEndsNoneUntilItsPersonHasLoggedInAgain(String path) {
        String address = REALM + path + "?old";

        Answer refused = ends(address, "Bearer " + token("account-console", minutesAgo(16)));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_user_authentication\", max_age=\"900\"");
        assertThat(refused.body()).contains("Connectez-vous à nouveau", "Rien n’a été modifié");
        assertThat(platform.provider().heard(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Basic YTpi", "Bearer", "Bearer a.b", "Bearer a.%%%.c", "Bearer a.bm9wZQ.c", "Bearer a.e30.c"
            })
    void whatSaysNothingOfALoginEndsNone(String authorization) {
        assertThat(ends(SESSION + "?none", authorization).status()).isEqualTo(401);
        assertThat(platform.provider().heard(SESSION + "?none")).isFalse();
    }

    @Test
    void ofTwoTokensNoneIsBelieved() {
        Answer refused = platform.send(
                "DELETE",
                SESSION + "?two",
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + token("account-console", minutesAgo(1)),
                "Authorization",
                "Bearer " + token("account-console", minutesAgo(60)));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(platform.provider().heard(SESSION + "?two")).isFalse();
    }

    // what is refused of an address of the account would not be refused of the same under a version
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/v1alpha1/sessions/s1",
                "/account/v1/sessions",
                "/account/%761alpha1/sessions/s1",
                "/account/v1alpha1/credentials/c1"
            })
    void noVersionOfTheAccountsInterfaceLeadsAround(String path) {
        assertThat(ends(REALM + path, "Bearer " + token("account-console", minutesAgo(1)))
                        .status())
                .isEqualTo(404);
        assertThat(platform.provider().heard(REALM + path)).isFalse();
    }

    @Test
    void thePagesOfTheAccountStayForTenMinutesAndThenSendTheirPersonToLogIn() {
        keycloakGives(token("account-console", minutesAgo(9)));
        assertThat(renewal().status()).isEqualTo(200);
        assertThat(renewal().body()).contains("\"access_token\"");

        keycloakGives(token("account-console", minutesAgo(11)));

        assertThat(renewal().status()).isEqualTo(400);
        assertThat(renewal().body()).contains("\"invalid_grant\"").doesNotContain("token\"");
        assertThat(renewal().header("Content-Type")).startsWith("application/json");
    }

    @Test
    void otherProgramsRenewTheirTokensAsEver() {
        keycloakGives(token("agora-cli", minutesAgo(600)));
        assertThat(renewal().status()).isEqualTo(200);

        keycloakGives("a-token-nobody-here-reads");
        assertThat(renewal().body()).contains("a-token-nobody-here-reads");

        platform.provider()
                .answers(post(urlPathEqualTo(TOKENS))
                        .willReturn(aResponse().withStatus(401).withBody("refused")));
        assertThat(renewal().status()).isEqualTo(401);
        assertThat(renewal().body()).isEqualTo("refused");
    }

    private static Answer ends(String path, String authorization) {
        return authorization.isEmpty()
                ? platform.send("DELETE", path, BodyPublishers.noBody())
                : platform.send("DELETE", path, BodyPublishers.noBody(), "Authorization", authorization);
    }

    private static void keycloakGives(String token) {
        platform.provider()
                .answers(post(urlPathEqualTo(TOKENS))
                        .willReturn(okJson("{\"access_token\":\"%s\",\"token_type\":\"Bearer\"}".formatted(token))));
    }

    private static Answer renewal() {
        return platform.post(
                TOKENS,
                "grant_type=refresh_token&client_id=account-console&refresh_token=r",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                platform.url());
    }

    private static String token(String program, Instant login) {
        String claims = "{\"azp\":\"%s\",\"auth_time\":%d}".formatted(program, login.getEpochSecond());
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".a-signature";
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }
}
