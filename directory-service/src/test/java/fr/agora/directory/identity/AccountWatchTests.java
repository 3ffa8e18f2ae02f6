package fr.agora.directory.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.World;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What follows in the directory from what an administrator does to an account in Keycloak. */
@DirectoryTest
class AccountWatchTests {

    private final KeycloakStub keycloak = KeycloakStub.running();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private AccountWatch watch;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountStanding standing;

    @Autowired
    private AccountNotes notes;

    @Autowired
    private MongoDatabaseFactory databases;

    @Autowired
    private Clock clock;

    @BeforeEach
    void claireHasAnAccount() throws Exception {
        World.in(mvc, store).imports("mandates", """
            {"id":"relais","role":"relais","membre_id":"m-claire","organisation_id":"dg-eau","debut":"2025-01-01"}
            """);
        keycloak.anew().knows("claire", "claire.fontaine", "min-eco");
        watch.look();
    }

    @Test
    void aDisabledAccountIsLoggedOutAndItsMandatesRest() throws Exception {
        keycloak.enabled("claire", false, clock.instant());

        watch.look();
        watch.look();

        assertThat(keycloak.loggedOut()).containsExactly("claire");
        assertThat(state("amdac-eco")).isEqualTo("SUSPENDED");
        assertThat(status(get("/api/directory/mandates/amdac-eco"))).isEqualTo(404);
    }

    @Test
    void anAccountThatOpensAgainTakesItsMandatesUpButNotThoseSuspendedByDecision() throws Exception {
        assertThat(status(post("/api/directory/mandates/relais/suspend").header("Authorization", World.CLAIRE)))
                .isEqualTo(200);
        keycloak.enabled("claire", false, clock.instant());
        watch.look();

        keycloak.enabled("claire", true, clock.instant());
        watch.look();

        assertThat(state("amdac-eco")).isEqualTo("ACTIVE");
        assertThat(state("relais")).isEqualTo("SUSPENDED");
    }

    @Test
    void aMandateSuspendedAgainByDecisionStaysSo() throws Exception {
        keycloak.enabled("claire", false, clock.instant());
        watch.look();
        mvc.perform(post("/api/directory/mandates/amdac-eco/resume").header("Authorization", World.ADMIN));
        mvc.perform(post("/api/directory/mandates/amdac-eco/suspend").header("Authorization", World.ADMIN));

        keycloak.enabled("claire", true, clock.instant());
        watch.look();

        assertThat(state("amdac-eco")).isEqualTo("SUSPENDED");
    }

    @Test
    void whatHappenedBeforeTheFirstLookIsSeenToo() {
        store.remove(new org.springframework.data.mongodb.core.query.Query(), "account_reading");
        keycloak.enabled("claire", false, clock.instant().minusSeconds(86_400));

        watch.look();

        assertThat(state("amdac-eco")).isEqualTo("SUSPENDED");
    }

    @Test
    void aRemovedAccountIsNoBetterThanADisabledOne() {
        keycloak.enabled("claire", false, clock.instant());
        accounts.remove("claire");

        watch.look();

        assertThat(state("amdac-eco")).isEqualTo("SUSPENDED");
    }

    @Test
    void anErasedPersonLeavesNoAccountThoughKeycloakWasAwayMeanwhile() throws Exception {
        keycloak.away(true);
        assertThat(status(post("/api/directory/members/m-claire/erase")
                        .header("Authorization", World.CLAIRE)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"confirmation\":\"EFFACER\"}")))
                .isLessThan(300);
        watch.watch();
        assertThat(keycloak.has("claire")).isTrue();

        keycloak.away(false);
        watch.look();

        assertThat(keycloak.has("claire")).isFalse();
        assertThat(keycloak.loggedOut()).containsExactly("claire");
    }

    @Test
    void moderatorsWithoutASecondFactorAreAskedForOneOnce() {
        keycloak.knows("sofia", "sofia.marchetti", "etalab");
        keycloak.holds("sofia", "moderator");

        assertThat(accounts.askForSecondFactor("moderator")).isEqualTo(1);
        assertThat(accounts.askForSecondFactor("moderator")).isZero();
        assertThat(keycloak.user("sofia").path("requiredActions").toString()).isEqualTo("[\"CONFIGURE_TOTP\"]");
    }

    @Test
    void everybodyWhoComesByAPasswordIsAskedForASecondFactorWhereItIsWantedOfAll() {
        for (int each = 0; each < Accounts.PAGE; each++) {
            keycloak.knows("agent-" + each, "agent." + each, "insee");
        }
        keycloak.knows("paul", "paul.essai", "insee");
        keycloak.knows("jeanne", "jeanne.essai", "insee");
        keycloak.comesByProConnect("jeanne");
        keycloak.knows("hugo", "hugo.essai", "insee");
        keycloak.hasSecondFactor("hugo");
        AccountWatch strict = watchThatAsks("everybody");

        strict.look();
        assertThat(isAsked("agent-1")).isTrue();
        strict.look();

        assertThat(isAsked("claire")).isTrue();
        assertThat(isAsked("paul")).as("of the second page").isTrue();
        assertThat(isAsked("jeanne")).as("whom ProConnect lets in").isFalse();
        assertThat(isAsked("hugo")).as("who has one").isFalse();
        // whoever comes later is found as the pages begin again
        keycloak.knows("lea", "lea.essai", "insee");
        strict.look();
        strict.look();
        assertThat(isAsked("lea")).isTrue();
    }

    @Test
    void ofModeratorsAloneMeansNobodyElseAndNobodyMeansNotEvenThem() {
        keycloak.knows("sofia", "sofia.marchetti", "etalab");
        keycloak.holds("sofia", "moderator");

        watchThatAsks("false").look();
        assertThat(isAsked("sofia")).isFalse();
        watchThatAsks("true").look();

        assertThat(isAsked("sofia")).isTrue();
        assertThat(isAsked("claire")).isFalse();
    }

    @Test
    void anotherWordForWhomIsRefusedAtTheStart() {
        assertThatThrownBy(() -> watchThatAsks("evrybody"))
                .hasMessageContaining("AGORA_STEP_UP is one of false, true, everybody: evrybody");
    }

    private AccountWatch watchThatAsks(String whom) {
        return new AccountWatch(
                accounts,
                standing,
                notes,
                new AccountSettings(
                        URI.create(keycloak.address()),
                        "un-secret",
                        whom,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(10)),
                databases,
                clock);
    }

    private boolean isAsked(String id) {
        return keycloak.user(id).path("requiredActions").toString().contains("CONFIGURE_TOTP");
    }

    private String state(String mandate) {
        Document document = store.findById(mandate, Document.class, "mandates");
        return document == null ? "absent" : document.getString("state");
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }
}
