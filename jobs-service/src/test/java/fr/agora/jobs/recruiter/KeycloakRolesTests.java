package fr.agora.jobs.recruiter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import fr.agora.jobs.recruiter.IdentityRoles.IdentityUnavailable;
import fr.agora.platform.tls.InsideLines;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said to Keycloak's admin API, and what its answers mean. */
class KeycloakRolesTests {

    private static final String ROLES = "/auth/admin/realms/agora/users/compte-zoe/role-mappings/realm";
    private static final String ROLE =
            "{\"id\":\"1f\",\"name\":\"recruiter\",\"composite\":false,\"clientRole\":false}";

    private final WireMockServer keycloak = new WireMockServer(options().dynamicPort());
    private IdentityRoles roles = unreachable();

    @BeforeEach
    void start() {
        keycloak.start();
        roles = new KeycloakRoles(settings("le-secret"), InsideLines.inClear());
        keycloak.stubFor(post("/auth/realms/agora/protocol/openid-connect/token")
                .withRequestBody(containing("grant_type=client_credentials"))
                .withRequestBody(containing("client_secret=le-secret"))
                .willReturn(okJson("{\"access_token\":\"jeton-de-service\"}")));
    }

    @AfterEach
    void stop() {
        keycloak.stop();
    }

    @Test
    void theRoleIsGivenAsTheServerDescribesIt() {
        keycloak.stubFor(get(ROLES + "/available").willReturn(okJson("[{\"name\":\"member\"}," + ROLE + "]")));
        keycloak.stubFor(post(ROLES).willReturn(aResponse().withStatus(204)));

        roles.give("compte-zoe");

        keycloak.verify(postRequestedFor(urlEqualTo(ROLES))
                .withHeader("Authorization", equalTo("Bearer jeton-de-service"))
                .withRequestBody(equalToJson("[" + ROLE + "]")));
    }

    @Test
    void givingItAgainAndTakingItBackTwiceChangeNothing() {
        keycloak.stubFor(get(ROLES + "/available").willReturn(okJson("[]")));
        keycloak.stubFor(get(ROLES).willReturn(okJson("[]")));

        roles.give("compte-zoe");
        roles.takeBack("compte-zoe");

        keycloak.verify(0, postRequestedFor(urlEqualTo(ROLES)));
        keycloak.verify(0, deleteRequestedFor(urlEqualTo(ROLES)));
    }

    @Test
    void theRoleIsTakenBack() {
        keycloak.stubFor(get(ROLES).willReturn(okJson("[" + ROLE + "]")));
        keycloak.stubFor(delete(ROLES).willReturn(aResponse().withStatus(204)));

        roles.takeBack("compte-zoe");

        keycloak.verify(deleteRequestedFor(urlEqualTo(ROLES)).withRequestBody(equalToJson("[" + ROLE + "]")));
    }

    @Test
    void anAccountThatIsGoneHasNothingToLose() {
        keycloak.stubFor(get(ROLES).willReturn(aResponse().withStatus(404)));

        assertThatCode(() -> roles.takeBack("compte-zoe")).doesNotThrowAnyException();
    }

    @Test
    void whateverIsNotAnAnswerMeansLater() {
        keycloak.stubFor(get(ROLES + "/available").willReturn(serverError()));
        assertThatThrownBy(() -> roles.give("compte-zoe")).isInstanceOf(IdentityUnavailable.class);
        keycloak.stubFor(get(ROLES + "/available").willReturn(aResponse().withBody("<html>")));
        assertThatThrownBy(() -> roles.give("compte-zoe")).isInstanceOf(IdentityUnavailable.class);
        assertThatThrownBy(() -> unreachable().give("compte-zoe"))
                .isInstanceOf(IdentityUnavailable.class)
                .hasMessageNotContaining("le-secret");
        assertThatThrownBy(() -> new KeycloakRoles(settings(""), InsideLines.inClear()).give("compte-zoe"))
                .isInstanceOf(IdentityUnavailable.class);
    }

    private IdentitySettings settings(String secret) {
        return new IdentitySettings(
                keycloak.isRunning() ? keycloak.baseUrl() + "/auth" : "",
                "agora",
                "agora-jobs",
                secret,
                Duration.ofSeconds(5));
    }

    private static IdentityRoles unreachable() {
        return new KeycloakRoles(
                new IdentitySettings(
                        "http://127.0.0.1:1/auth", "agora", "agora-jobs", "le-secret", Duration.ofSeconds(2)),
                InsideLines.inClear());
    }
}
