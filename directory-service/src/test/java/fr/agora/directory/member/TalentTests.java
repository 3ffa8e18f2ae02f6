package fr.agora.directory.member;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.security.JwtFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@DirectoryTest
class TalentTests {

    private static final String AMINA = JwtFixture.member("amina").bearer();
    private static final String DRAFT = """
            {"displayName":"Amina Diallo","headline":"Data scientist","skills":[{"code":"python","level":"EXPERT"}],\
            "cohort":{"code":"eig-4"},"visibility":"%s","visibilities":{"HEADLINE":"%s"}}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Members members;

    @Autowired
    private TalentReplay replay;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private MongoTemplate store;

    private Profiles profiles;

    @BeforeEach
    void emptyTheDirectory() {
        store.remove(new Query(), Member.class);
        profiles = new Profiles(mvc);
    }

    @Test
    void consentTellsRecruitersAndItsWithdrawalTellsThemAtOnce() throws Exception {
        String id = profiles.published(AMINA, DRAFT.formatted("AGENTS", "AGENTS"));
        assertThat(types(id)).noneMatch(type -> type.contains("talent"));

        profiles.consent(AMINA, true, false);
        JsonNode told = last(id, "talent-published");
        assertThat(told.path("consents").has("recruitmentSince")).isTrue();
        assertThat(told.path("consents").has("relaySince")).isFalse();
        assertThat(told.path("headline").asString()).isEqualTo("Data scientist");
        assertThat(told.path("cohort").path("label").asString()).isEqualTo("EIG 4 (2020)");

        long before = members.find(id).orElseThrow().revision();
        profiles.consent(AMINA, false, false);
        OutboxEntry withdrawn = members.find(id).orElseThrow().outbox().getLast();
        assertThat(withdrawn.type()).contains("talent-withdrawn");
        assertThat(members.find(id).orElseThrow().revision()).isEqualTo(before + 1);
        members.find(id)
                .orElseThrow()
                .outbox()
                .forEach(fact -> assertThatFact(fact).matchesItsContract());
    }

    @Test
    void everyConsentKeepsItsDates() throws Exception {
        profiles.published(AMINA, DRAFT.formatted("AGENTS", "AGENTS"));
        profiles.consent(AMINA, true, true);
        profiles.consent(AMINA, true, true);
        profiles.consent(AMINA, false, true);
        profiles.consent(AMINA, true, true);

        JsonNode mine = profiles.json("/api/directory/members/me/talent", AMINA);
        assertThat(mine.path("history")).hasSize(3);
        assertThat(mine.path("history").get(0).path("kind").asString()).isEqualTo("RECRUITMENT");
        assertThat(mine.path("history").get(0).has("withdrawnAt")).isTrue();
        assertThat(mine.path("history").get(2).has("withdrawnAt")).isFalse();
    }

    @Test
    void recruitersAreToldNoMoreThanAgentsSee() throws Exception {
        String id = profiles.published(AMINA, DRAFT.formatted("PUBLIC", "NETWORK"));
        profiles.consent(AMINA, true, true);
        assertThat(last(id, "talent-published").has("headline")).isFalse();

        profiles.edit(id, AMINA, DRAFT.formatted("NETWORK", "NETWORK"));
        assertThat(types(id).getLast()).contains("talent-withdrawn");
        assertThat(profiles.json("/api/directory/members/me/talent", AMINA)
                        .path("shown")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aProfileTakenDownIsNoCandidate() throws Exception {
        String id = profiles.published(AMINA, DRAFT.formatted("AGENTS", "AGENTS"));
        profiles.consent(AMINA, true, false);

        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                Profiles.PATH + "/" + id + "/withdraw")
                        .header("Authorization", AMINA))
                .andExpect(status().isOk());

        assertThat(types(id).getLast()).contains("talent-withdrawn");
    }

    @Test
    void anUnknownOrganisationToHideFromIsNamed() throws Exception {
        profiles.published(AMINA, DRAFT.formatted("AGENTS", "AGENTS"));

        mvc.perform(put(Profiles.PATH + "/me/talent")
                        .header("Authorization", AMINA)
                        .contentType(APPLICATION_JSON)
                        .content("{\"recruitment\":true,\"hiddenFrom\":[\"nulle-part\"]}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("hiddenFrom"));
        assertThat(profiles.json(Profiles.PATH + "/me/talent", AMINA)
                        .path("recruitment")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void anAcceptedCreditBearsOutASkillUntilItIsWithdrawn() throws Exception {
        String id = profiles.published(AMINA, DRAFT.formatted("AGENTS", "AGENTS"));
        profiles.consent(AMINA, true, false);

        events.publishEvent(new CreditAccepted(id, "haies", "/cas-usage/haies", List.of("python")));
        JsonNode skill =
                profiles.json(Profiles.PATH + "/" + id, AMINA).path("skills").get(0);
        assertThat(skill.path("evidenced").asBoolean()).isTrue();
        assertThat(skill.path("evidence").get(0).asString()).isEqualTo("/cas-usage/haies");
        assertThat(last(id, "talent-published")
                        .path("skills")
                        .get(0)
                        .path("evidenced")
                        .asBoolean())
                .isTrue();

        events.publishEvent(new CreditWithdrawn(id, "haies"));
        assertThat(profiles.json(Profiles.PATH + "/" + id, AMINA)
                        .path("skills")
                        .get(0)
                        .path("evidenced")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aReplayTellsWhoConsentsAndWhoNoLongerDoes() throws Exception {
        String amina = profiles.published(AMINA, DRAFT.formatted("AGENTS", "AGENTS"));
        profiles.consent(AMINA, true, false);
        String lucas = JwtFixture.member("lucas").bearer();
        profiles.published(lucas, DRAFT.formatted("AGENTS", "AGENTS"));
        profiles.consent(lucas, true, false);
        profiles.consent(lucas, false, false);
        profiles.published(JwtFixture.member("nora").bearer(), DRAFT.formatted("AGENTS", "AGENTS"));

        List<OutboxEntry> told = new ArrayList<>();
        replay.forEachCurrent(told::add);

        assertThat(told).hasSize(2);
        assertThat(told)
                .anySatisfy(fact ->
                        assertThat(fact.json()).contains("talent-published").contains(amina));
        told.forEach(fact -> assertThatFact(fact).matchesItsContract());
    }

    private List<String> types(String id) {
        return members.find(id).orElseThrow().outbox().stream()
                .map(entry -> entry.type())
                .toList();
    }

    private JsonNode last(String id, String fact) {
        return Profiles.JSON
                .readTree(members.find(id).orElseThrow().outbox().reversed().stream()
                        .filter(entry -> entry.type().contains(fact))
                        .findFirst()
                        .orElseThrow()
                        .payload())
                .path("data");
    }
}
