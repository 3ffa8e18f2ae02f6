package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.agora.acceptance.Api.Answer;
import fr.agora.acceptance.Browser.Visit;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an administrator decides about an account in Keycloak, or an administration by SCIM, holds on the platform. */
class AccountStoryIT {

    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String USERS = "/api/directory/scim/v2/Users";

    private static Agora agora;
    private static IdentityConsole console;

    @BeforeAll
    static void start() {
        agora = Agora.running();
        console = new IdentityConsole(agora);
    }

    @Test
    void aDisabledAccountLosesItsSessionAndItsMandateWithinAMinuteAndOpensAgain() {
        Api samuel = agora.as("samuel.keita");
        String mandate = samuel.get("/api/directory/mandates/mine")
                .json()
                .findValue("id")
                .asString();
        String path = "/api/directory/mandates/" + mandate;
        assertThat(agora.anonymous().get(path).status()).isEqualTo(200);
        try (Browser browser = Browser.open(agora);
                Visit visit = browser.visit(1280, true)) {
            visit.logIn("samuel.keita");

            console.setEnabled("samuel.keita", false);

            await().atMost(A_MINUTE)
                    .untilAsserted(() ->
                            assertThat(agora.anonymous().get(path).status()).isEqualTo(404));
            visit.to("/moi");
            assertThat(visit.page().url()).contains("/auth/realms/agora/");
        } finally {
            console.setEnabled("samuel.keita", true);
        }
        await().atMost(A_MINUTE)
                .untilAsserted(
                        () -> assertThat(agora.anonymous().get(path).status()).isEqualTo(200));
    }

    @Test
    void anAdministrationOpensFindsAndClosesTheAccountsOfItsPeopleAlone() {
        Api program = new Api(agora, console.scimToken());
        console.remove("essai.scim");
        try {
            Answer created = program.post(USERS, """
                {"userName":"essai.scim","name":{"givenName":"Essai","familyName":"Scim"},
                 "emails":[{"value":"essai.scim@insee.exemple"}]}\
                """);
            assertThat(created.status()).as(created.body()).isEqualTo(201);
            assertThat(created.body()).doesNotContain("@");
            assertThat(console.user("essai.scim").path("enabled").asBoolean()).isTrue();
            assertThat(filtered(program, "essai.scim")).isEqualTo(1);
            assertThat(filtered(program, "nora.lefevre"))
                    .as("of another administration")
                    .isZero();
            assertThat(program.get(USERS).json().path("totalResults").asInt()).isGreaterThan(1);

            Answer closed = program.send(
                    program.request(USERS + "/" + created.json().path("id").asString())
                            .header("Content-Type", "application/scim+json")
                            .method("PATCH", BodyPublishers.ofString("""
                                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                                 "Operations":[{"op":"replace","path":"active","value":false}]}\
                                """)));

            assertThat(closed.status()).as(closed.body()).isEqualTo(200);
            assertThat(console.user("essai.scim").path("enabled").asBoolean(true))
                    .isFalse();
            assertThat(program.get("/api/directory/members/me").status()).isEqualTo(403);
            assertThat(agora.as("admin.demo").get(USERS).status()).isEqualTo(403);
        } finally {
            console.remove("essai.scim");
        }
    }

    private static int filtered(Api program, String userName) {
        return program.get(USERS + "?filter=userName%20eq%20%22" + userName + "%22")
                .json()
                .path("totalResults")
                .asInt();
    }
}
