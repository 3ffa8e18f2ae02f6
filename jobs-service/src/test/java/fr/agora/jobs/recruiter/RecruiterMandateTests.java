package fr.agora.jobs.recruiter;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.jobs.Bodies;
import fr.agora.jobs.RunningService;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Somebody asks to recruit, somebody else decides, the identity server follows when it can. */
class RecruiterMandateTests extends RunningService {

    private static final JwtFixture ZOE = JwtFixture.member("compte-zoe").of("ddt-ardeche");
    private static final JwtFixture ZOE_AS_RECRUITER = ZOE.with(Role.RECRUITER);
    private static final JwtFixture DATA_OFFICER =
            JwtFixture.member("compte-claire").of("min-ecologie");
    private static final JwtFixture OTHER_OFFICER =
            JwtFixture.member("compte-yann").of("min-finances");
    private static final JwtFixture RELAY = JwtFixture.member("compte-ines").of("ddt-ardeche");
    private static final String MANDATES = "/api/jobs/recruiter-mandates";

    @Autowired
    private SettableRoles identity;

    @Autowired
    private RoleTelling telling;

    @Test
    void aGrantedMandateBringsTheRoleAndItsEndTakesItAway() throws Exception {
        directory();
        String id = asked(ZOE);
        assertThat(identity.knowsAsRecruiter("compte-zoe")).isFalse();

        JsonNode granted = body(decided(id, "grant", DATA_OFFICER, "{\"reason\":\"Deux postes à pourvoir\"}"));

        assertThat(granted.path("state").asString()).isEqualTo("GRANTED");
        assertThat(granted.path("role").asString()).isEqualTo("GRANTED");
        assertThat(granted.path("endsOn").asString()).isEqualTo("2027-11-23");
        assertThat(identity.knowsAsRecruiter("compte-zoe")).isTrue();
        assertThat(call(writes("/api/jobs/offers", ZOE_AS_RECRUITER, Bodies.DATA_SCIENTIST))
                        .getStatus())
                .isEqualTo(201);

        clock.advance(Duration.ofDays(366));
        assertThat(call(writes("/api/jobs/offers", ZOE_AS_RECRUITER, Bodies.DATA_SCIENTIST))
                        .getStatus())
                .as("over from midnight on, whenever the sweep comes by")
                .isEqualTo(403);
        telling.sweep();

        assertThat(identity.knowsAsRecruiter("compte-zoe")).isFalse();
        assertThat(mandate(id).state()).isEqualTo(RecruiterMandateState.EXPIRED);
        assertThat(mandate(id).role()).isEqualTo(RoleStanding.REMOVED);
    }

    @Test
    void aDecisionWaitsForAnIdentityServerThatIsAwayAndIsNeverLost() throws Exception {
        directory();
        String id = asked(ZOE);
        identity.goAway();

        JsonNode granted = body(decided(id, "grant", RELAY, "{}"));
        assertThat(granted.path("state").asString()).isEqualTo("GRANTED");
        assertThat(granted.path("role").asString()).isEqualTo("TO_GRANT");
        for (int hours = 0; hours < 12; hours++) {
            clock.advance(Duration.ofHours(1));
            telling.sweep();
        }
        assertThat(mandate(id).role()).isEqualTo(RoleStanding.TO_GRANT);
        identity.answerAgain();
        clock.advance(Duration.ofHours(1));
        telling.sweep();

        assertThat(identity.knowsAsRecruiter("compte-zoe")).isTrue();
        assertThat(mandate(id).role()).isEqualTo(RoleStanding.GRANTED);
    }

    @Test
    void aTokenThatOutlivesItsMandateOpensNothing() throws Exception {
        directory();
        String id = asked(ZOE);
        decided(id, "grant", MODERATOR, "{}");
        identity.goAway();

        decided(id, "withdraw", DATA_OFFICER, "{\"reason\":\"A changé de service\"}");

        assertThat(identity.knowsAsRecruiter("compte-zoe")).isTrue();
        assertThat(call(writes("/api/jobs/offers", ZOE_AS_RECRUITER, Bodies.DATA_SCIENTIST))
                        .getStatus())
                .isEqualTo(403);
        identity.answerAgain();
        clock.advance(Duration.ofHours(1));
        telling.sweep();
        assertThat(identity.knowsAsRecruiter("compte-zoe")).isFalse();
    }

    @Test
    void aMandateGrantedAgainKeepsTheRoleThatAnOlderOneStillOwed() throws Exception {
        directory();
        String first = asked(ZOE);
        decided(first, "grant", MODERATOR, "{}");
        identity.goAway();
        decided(first, "withdraw", MODERATOR, "{\"reason\":\"Par erreur\"}");
        String second = asked(ZOE_AS_RECRUITER);
        identity.answerAgain();
        decided(second, "grant", MODERATOR, "{}");

        clock.advance(Duration.ofHours(1));
        telling.sweep();

        assertThat(identity.knowsAsRecruiter("compte-zoe")).isTrue();
        assertThat(mandate(first).role()).isEqualTo(RoleStanding.REMOVED);
    }

    @Test
    void onlyThoseWhoAnswerForTheOrganisationDecideAndNobodyOnTheirOwn() throws Exception {
        directory();
        String id = asked(ZOE);

        assertThat(decided(id, "grant", OTHER_OFFICER, "{}").getStatus()).isEqualTo(404);
        assertThat(decided(id, "grant", ZOE, "{}").getStatus()).isEqualTo(404);
        assertThat(body(call(get(MANDATES).header("Authorization", OTHER_OFFICER.bearer())))
                        .path("items"))
                .isEmpty();
        assertThat(body(call(get(MANDATES).header("Authorization", RELAY.bearer())))
                        .path("items"))
                .hasSize(1);
        String own = body(call(writes(MANDATES, RELAY, "{\"reason\":\"Je recrute aussi\"}")))
                .path("id")
                .asString();
        assertThat(body(decided(own, "grant", RELAY, "{}")).path("type").asString())
                .isEqualTo("urn:agora:problem:own-mandate");
        assertThat(body(decided(id, "refuse", RELAY, "{}"))
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("reason");
        decided(id, "refuse", RELAY, "{\"reason\":\"Pas de poste ouvert\"}");
        assertThat(body(decided(id, "grant", MODERATOR, "{}")).path("type").asString())
                .isEqualTo("urn:agora:problem:recruiter-mandate-state");
    }

    @Test
    void oneAsksOnceAndReadsTheReason() throws Exception {
        directory();
        String id = asked(ZOE);
        MockHttpServletResponse again = call(writes(MANDATES, ZOE, "{\"reason\":\"Encore\"}"));
        assertThat(body(again).path("type").asString()).isEqualTo("urn:agora:problem:mandate-already-asked");

        decided(id, "refuse", DATA_OFFICER, "{\"reason\":\"Pas de poste ouvert cette année\"}");
        String page = call(get("/recrutement/mandat")
                        .header("Authorization", ZOE.bearer())
                        .accept("text/html"))
                .getContentAsString();

        assertThat(page).contains("Pas de poste ouvert cette année", "Refusé", "Envoyer la demande");
        assertThat(mandate(id).outbox())
                .allSatisfy(fact -> assertThatFact(fact).matchesItsContract())
                .extracting(fact -> fact.json().contains("Pas de poste"))
                .containsExactly(false, false);
    }

    @Test
    void aRequestWithoutAReasonKeepsWhatWasChosen() throws Exception {
        directory();

        MockHttpServletResponse refused = call(post("/recrutement/mandat")
                .header("Authorization", ZOE.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton")
                .param("kind", "HR_NETWORK")
                .accept("text/html"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("fr-message--error")
                .containsPattern("value=\"HR_NETWORK\"[^>]*checked");
    }

    @Test
    void theHrNetworkIsAModeratorsToGrantAndBringsNoRole() throws Exception {
        directory();
        String id = body(call(writes(MANDATES, ZOE, "{\"kind\":\"HR_NETWORK\",\"reason\":\"Filière RH\"}")))
                .path("id")
                .asString();

        assertThat(decided(id, "grant", DATA_OFFICER, "{}").getStatus()).isEqualTo(404);
        assertThat(body(decided(id, "grant", MODERATOR, "{}")).path("role").asString())
                .isEqualTo("NONE");
        assertThat(identity.knowsAsRecruiter("compte-zoe")).isFalse();
    }

    @Test
    void anErasedHolderIsForgottenAndLosesTheRoleEvenIfTheIdentityServerWasAway() throws Exception {
        directory();
        decided(asked(ZOE), "grant", MODERATOR, "{}");
        identity.goAway();

        hears("agora.directory.member-erased.v1", "m-zoe", 9, "{\"id\":\"m-zoe\",\"accountId\":\"compte-zoe\"}");
        assertThat(stored()).noneMatch(each -> each.contains("Nom de compte-zoe") || each.contains("Trois postes"));
        identity.answerAgain();
        clock.advance(Duration.ofHours(1));
        telling.sweep();

        assertThat(identity.knowsAsRecruiter("compte-zoe")).isFalse();
        assertThat(stored()).noneMatch(each -> each.contains("compte-zoe"));
    }

    @Test
    void everyQueryOfTheMandatesHasADeclaredIndex() {
        Set<String> firstKeys = new HashSet<>(Set.of("_id"));
        store.indexOps("recruiter_mandates")
                .getIndexInfo()
                .forEach(
                        index -> firstKeys.add(index.getIndexFields().getFirst().getKey()));

        assertThat(firstKeys).contains("state", "account", "role", "openKey");
    }

    private List<String> stored() {
        return store.getCollection("recruiter_mandates")
                .find()
                .map(Object::toString)
                .into(new ArrayList<>());
    }

    private String asked(JwtFixture member) throws Exception {
        MockHttpServletResponse answer = call(writes(MANDATES, member, "{\"reason\":\"Trois postes de données\"}"));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        return body(answer).path("id").asString();
    }

    private MockHttpServletResponse decided(String id, String decision, JwtFixture by, String body) throws Exception {
        return call(writes(MANDATES + "/" + id + "/" + decision, by, body));
    }

    private RecruiterMandate mandate(String id) {
        return Objects.requireNonNull(store.findById(id, RecruiterMandate.class));
    }

    /** A field service below the ministry of ecology, its relay, and two ministries' data officers. */
    private void directory() {
        hears("agora.directory.organization-published.v1", "ddt-ardeche", 1, """
                {"id":"ddt-ardeche","name":"DDT de l’Ardèche","ministries":[{"id":"min-ecologie","name":"Écologie"}]}""");
        holds("md-relay", "RELAY", "ddt-ardeche", "compte-ines");
        holds("md-officer", "AMDAC", "min-ecologie", "compte-claire");
        holds("md-other", "AMDAC", "min-finances", "compte-yann");
    }

    private void holds(String id, String role, String organization, String account) {
        hears("agora.directory.mandate-published.v1", id, 1, """
                {"id":"%s","role":"%s","organization":{"id":"%s","name":"%s"},"state":"ACTIVE",
                 "startsOn":"2026-01-01","holder":{"accountId":"%s"},"url":"/contact-donnees/%s"}""".formatted(
                        id, role, organization, organization, account, id));
    }
}
