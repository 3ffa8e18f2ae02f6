package fr.agora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import fr.agora.platform.tls.Authority;
import fr.agora.platform.tls.TlsDoor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with certificates: its lines to the services, to Keycloak and to its store, and the public's to it. */
class EncryptedGatewayTests {

    @TempDir
    private static Path folder;

    private static Doors doors;
    private static Platform platform;

    @BeforeAll
    static void start() {
        doors = new Doors(folder);
        platform = Platform.behind(doors);
    }

    @AfterAll
    static void stop() {
        platform.close();
        doors.close();
    }

    @Test
    void theForwardedRequestIsEncryptedAndShowsTheGatewaysCertificate() {
        platform.everythingAnswers("bonjour");

        Answer answer = platform.get("/offres");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("bonjour");
        assertThat(doors.entered(platform.services().baseUrl())).contains("CN=gateway");
    }

    @Test
    void aVisitorIsAskedForNoCertificateAndNotAnsweredInClear() throws Exception {
        assertThat(platform.get("/livez").status()).isEqualTo(200);

        HttpResponse<String> inClear = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + platform.port() + "/livez"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(inClear.statusCode()).isEqualTo(400);
    }

    @Test
    void aLoginItsSessionAndItsEndTakeEncryptedLinesAlone() {
        platform.everythingAnswers("bonjour");
        String session = platform.login("amina");
        platform.get("/offres", "Cookie", session);
        assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer access-of-amina");

        Answer ended = platform.post(
                "/logout/connect/back-channel/agora",
                "logout_token=" + platform.provider().logoutToken("amina", "sid-of-amina"),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(ended.status()).isEqualTo(200);
        platform.get("/offres", "Cookie", session);
        assertThat(platform.received().containsHeader("Authorization")).isFalse();
        assertThat(doors.entered(platform.provider().uri())).isNotEmpty().containsOnly("CN=gateway");
        assertThat(doors.entered(platform.storeUri())).isNotEmpty().containsOnly("CN=gateway");
    }

    @Test
    void theApiGuideIsReadOverEncryptedLines() {
        platform.services()
                .stubFor(
                        WireMock.get("/api/jobs/openapi.json")
                                .willReturn(
                                        WireMock.okJson(
                                                "{\"info\":{\"title\":\"Offres\"},\"paths\":{\"/api/jobs/offers\":{\"get\":{\"summary\":\"lire les offres\"}}}}")));

        assertThat(platform.get("/aide/api").body()).contains("/api/jobs/offers");
    }

    @Test
    void aNeighbourOfAnotherAuthorityOrAnotherNameHearsNothing() {
        platform.everythingAnswers("bonjour");
        Authority another = new Authority("somebody else");
        TlsDoor ofAnotherAuthority = doors.impostor(platform.services().baseUrl(), another, "localhost");
        TlsDoor ofAnotherName = doors.impostor(platform.services().baseUrl(), doors.authority(), "other-service");
        try (ofAnotherAuthority;
                ofAnotherName;
                Platform misled = Platform.behind(
                        doors,
                        "--agora.neighbours.jobs=https://localhost:" + ofAnotherAuthority.port(),
                        "--agora.neighbours.projects=https://localhost:" + ofAnotherName.port())) {
            assertThat(misled.get("/offres").status()).isEqualTo(502);
            assertThat(misled.get("/cas-usage").status()).isEqualTo(502);
        }

        assertThat(platform.services().getAllServeEvents()).isEmpty();
    }

    @Test
    void anAddressInClearStopsTheStart() {
        assertThatThrownBy(() -> Platform.behind(doors, "--agora.neighbours.jobs=http://jobs-service:8080"))
                .hasMessageContaining("jobs")
                .hasMessageContaining("in clear");
    }
}
