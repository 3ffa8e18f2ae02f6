package fr.agora.directory.mandate;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.World;
import fr.agora.directory.member.Members;
import fr.agora.directory.member.ProfileConfirmed;
import fr.agora.directory.member.ProfileStale;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

@DirectoryTest
class MandateStoryTests {

    private static final String PATH = "/api/directory/mandates";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private Mandates mandates;

    @Autowired
    private MandateReplay replay;

    @Autowired
    private Members members;

    @Autowired
    private AmdacSeats seats;

    @Autowired
    private ApplicationEventPublisher events;

    private World world;

    @BeforeEach
    void theStateAsItStands() throws Exception {
        world = World.in(mvc, store);
    }

    @Test
    void anAmdacNamesARelayWhoEntersTheNetworkAndLeavesItAtTheEnd() throws Exception {
        String id = appointed(World.CLAIRE, "RELAY", "m-monique", "ddt-07", "");

        Mandate relay = mandates.find(id).orElseThrow();
        assertThat(relay.level()).isEqualTo(RelayLevel.FIELD_SERVICE);
        assertThat(members.find("m-monique").orElseThrow().networks()).containsExactly("relays");
        mvc.perform(get(PATH + "/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("ACTIVE"))
                .andExpect(jsonPath("$.holder").doesNotExist());
        mvc.perform(get(PATH + "/" + id).header("Authorization", World.AMINA))
                .andExpect(jsonPath("$.holder.name").value("Monique Astier"));

        act(World.CLAIRE, id, "end", "").andExpect(jsonPath("$.state").value("ENDED"));

        assertThat(members.find("m-monique").orElseThrow().networks()).isEmpty();
        mvc.perform(get(PATH + "/" + id)).andExpect(status().isNotFound());
        mandates.find(id)
                .orElseThrow()
                .outbox()
                .forEach(fact -> assertThatFact(fact).matchesItsContract());
        assertThat(mandates.find(id).orElseThrow().outbox())
                .extracting("type")
                .containsExactly(
                        "agora.directory.mandate-published.v1",
                        "agora.directory.mandate-published.v2",
                        "agora.directory.mandate-withdrawn.v1");
    }

    @Test
    void eachVersionIsToldAtTheSameRevisionAtOnceAndToWhoeverAsksAgain() throws Exception {
        String id = appointed(
                World.CLAIRE, "RELAY", "m-monique", "ddt-07", "\"scope\":{\"topics\":[\"transition-ecologique\"]}");
        List<OutboxEntry> again = new ArrayList<>();
        replay.forEachCurrent(fact -> {
            if (assertThatFact(fact).fact().subject().equals(id)) {
                again.add(fact);
            }
        });

        for (List<OutboxEntry> told : List.of(mandates.find(id).orElseThrow().outbox(), again)) {
            told.forEach(fact -> assertThatFact(fact).matchesItsContract().hasRevision(1));
            assertThat(told)
                    .extracting(OutboxEntry::type)
                    .containsExactly("agora.directory.mandate-published.v1", "agora.directory.mandate-published.v2");
            assertThat(told.getFirst().json()).contains("\"topics\":[\"transition-ecologique\"]");
            assertThat(told.getLast().json())
                    .contains("\"networks\":[\"relays\"]")
                    .contains("\"topics\":[{\"code\":\"transition-ecologique\",\"label\":\"Transition écologique\"}]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "claire, RELAY, m-amina, dg-police, 403",
        "jean, RELAY, m-amina, dg-eau, 403",
        "amina, RELAY, m-amina, ddt-07, 403",
        "sofia, RELAY, m-amina, ddt-07, 403",
        "claire, AMDAC, m-amina, min-eco, 403",
        "jean, RELAY, m-amina, ddt-07, 201",
        "claire, DATALAB_HEAD, m-amina, lab-eau, 201",
        "sofia, AGD, m-amina, dinum, 201",
        "sofia, REGIONAL_REFERENT, m-amina, prefecture-84, 201"
    })
    void eachAppointsInTheirOwnFieldAlone(String who, String role, String holder, String organization, int expected)
            throws Exception {
        String bearer = switch (who) {
            case "claire" -> World.CLAIRE;
            case "jean" -> World.JEAN;
            case "sofia" -> World.SOFIA;
            default -> World.AMINA;
        };

        appoint(bearer, role, holder, organization, "").andExpect(status().is(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RELAY | m-nobody | ddt-07 | | holderId",
                "RELAY | m-monique | nowhere | | organizationId",
                "RELAY | m-monique | ddt-07 | \"scope\":{\"territories\":[\"DEP-999\"]} | scope.territories",
                "RELAY | m-monique | ddt-07 | \"scope\":{\"organizations\":[\"nowhere\"]} | scope.organizations",
                "RELAY | m-monique | ddt-07 | \"scope\":{\"topics\":[\"alchimie\"]} | scope.topics",
                "RELAY | m-monique | ddt-07 | \"startsOn\":\"2026-05-01\",\"endsOn\":\"2026-04-30\" | endsOn",
                "DATALAB_HEAD | m-monique | dg-eau | | organizationId"
            })
    void aWrongFieldIsNamedAndNothingIsKept(String role, String holder, String organization, String more, String field)
            throws Exception {
        appoint(World.CLAIRE, role, holder, organization, more == null ? "" : more)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value(field));

        assertThat(mandates.ofHolder("m-monique")).isEmpty();
    }

    @Test
    void aMinistryHasOneAmdacAtATime() throws Exception {
        appoint(World.SOFIA, "AMDAC", "m-amina", "min-eco", "\"startsOn\":\"2026-01-01\"")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:overlapping-amdac"));
        act(World.SOFIA, "amdac-eco", "end", "").andExpect(status().isOk());

        appoint(World.SOFIA, "AMDAC", "m-amina", "min-eco", "").andExpect(status().isCreated());
        assertThat(members.find("m-claire").orElseThrow().networks()).isEmpty();
        assertThat(members.find("m-amina").orElseThrow().networks()).containsExactly("amdac");
    }

    @Test
    void ofManyAmdacsAppointedAtOnceOneIs() throws Exception {
        act(World.SOFIA, "amdac-eco", "end", "").andExpect(status().isOk());
        List<Callable<Boolean>> appointments = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String id = "rival-" + i;
            appointments.add(() -> {
                try {
                    seats.take(
                            mandates.find("amdac-eco").orElseThrow().ministries(),
                            id,
                            Term.of(LocalDate.parse("2026-01-01"), null));
                    return true;
                } catch (ProblemException refused) {
                    return false;
                }
            });
        }

        int seated = 0;
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> outcome : crowd.invokeAll(appointments)) {
                seated += outcome.get() ? 1 : 0;
            }
        }

        assertThat(seated).isEqualTo(1);
    }

    @Test
    void aDelegateSpeaksForTheMinistryOnceTheyHaveAccepted() throws Exception {
        String id = appointed(World.CLAIRE, "AMDAC_DELEGATE", "m-amina", "min-eco", "");
        mvc.perform(get(PATH + "/" + id)).andExpect(status().isNotFound());
        appoint(World.AMINA, "RELAY", "m-monique", "dg-eau", "").andExpect(status().isForbidden());

        act(World.MONIQUE, id, "accept", "").andExpect(status().isNotFound());
        act(World.AMINA, id, "accept", "").andExpect(jsonPath("$.state").value("ACTIVE"));

        appoint(World.AMINA, "RELAY", "m-monique", "dg-eau", "").andExpect(status().isCreated());
        appoint(World.AMINA, "AMDAC_DELEGATE", "m-monique", "min-eco", "").andExpect(status().isForbidden());
        act(World.SOFIA, "amdac-eco", "end", "").andExpect(status().isOk());
        assertThat(mandates.find(id).orElseThrow().standing()).isEqualTo(MandateState.ENDED);
        appoint(World.AMINA, "RELAY", "m-monique", "operateur-eau", "").andExpect(status().isForbidden());
    }

    @Test
    void aRefusedDelegationIsNeverInForce() throws Exception {
        String id = appointed(World.CLAIRE, "AMDAC_DELEGATE", "m-amina", "min-eco", "");

        act(World.AMINA, id, "refuse", "").andExpect(jsonPath("$.state").value("REFUSED"));

        act(World.AMINA, id, "accept", "").andExpect(status().isConflict());
        assertThat(mandates.find(id).orElseThrow().outbox()).isEmpty();
        assertThat(members.find("m-amina").orElseThrow().networks()).isEmpty();
    }

    @Test
    void aSuspendedRelayIsNoContactUntilResumed() throws Exception {
        String id = appointed(World.CLAIRE, "RELAY", "m-monique", "ddt-07", "");

        act(World.AMINA, id, "suspend", "").andExpect(status().isForbidden());
        act(World.CLAIRE, id, "suspend", "").andExpect(jsonPath("$.state").value("SUSPENDED"));
        mvc.perform(get(PATH + "/" + id)).andExpect(status().isNotFound());
        act(World.CLAIRE, id, "suspend", "").andExpect(status().isConflict());

        act(World.CLAIRE, id, "resume", "").andExpect(status().isOk());
        mvc.perform(get(PATH + "/" + id)).andExpect(status().isOk());
    }

    @Test
    void aMandateIsHandedOverInOneGo() throws Exception {
        String body = act(
                        World.SOFIA,
                        "amdac-eco",
                        "hand-over",
                        "{\"successorId\":\"m-amina\",\"on\":\"" + Term.today(java.time.Clock.systemUTC()) + "\"}")
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String next = new JsonMapper().readTree(body).path("id").asString();

        assertThat(mandates.find("amdac-eco").orElseThrow().standing()).isEqualTo(MandateState.ENDED);
        assertThat(mandates.find(next).orElseThrow().standing()).isEqualTo(MandateState.ACTIVE);
        assertThat(members.find("m-claire").orElseThrow().networks()).isEmpty();
        assertThat(members.find("m-amina").orElseThrow().networks()).containsExactly("amdac");
        appoint(World.AMINA, "RELAY", "m-monique", "dg-eau", "").andExpect(status().isCreated());
    }

    @Test
    void theProfileFormGivesNoMandateAndAmendingKeepsWhoAndWhere() throws Exception {
        String id = appointed(World.CLAIRE, "RELAY", "m-monique", "ddt-07", "");

        mvc.perform(put(PATH + "/" + id)
                        .header("Authorization", World.CLAIRE)
                        .contentType(APPLICATION_JSON)
                        .content(draft("RELAY", "m-amina", "ddt-07", "")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("holderId"));
        mvc.perform(put(PATH + "/" + id)
                        .header("Authorization", World.CLAIRE)
                        .contentType(APPLICATION_JSON)
                        .content(draft(
                                "RELAY", "m-monique", "ddt-07", "\"scope\":{\"topics\":[\"transition-ecologique\"]}")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.scope.topics[0].label").value("Transition écologique"));
    }

    @Test
    void aProfileNobodyConfirmsAnyMoreIsNoContact() throws Exception {
        String id = appointed(World.CLAIRE, "RELAY", "m-monique", "ddt-07", "");

        events.publishEvent(new ProfileStale("m-monique"));
        mvc.perform(get(PATH + "/" + id)).andExpect(status().isNotFound());
        mvc.perform(get("/api/directory/notices").header("Authorization", World.CLAIRE))
                .andExpect(jsonPath("$.items[0].title.fr").value("Un contact données n’est plus proposé"));

        events.publishEvent(new ProfileConfirmed("m-monique"));
        mvc.perform(get(PATH + "/" + id)).andExpect(status().isOk());
    }

    @Test
    void anImportSaysWhatIsWrongAndRepeatsNothing() throws Exception {
        String line =
                "{\"id\":\"rel-1\",\"role\":\"relais\",\"membre_id\":\"m-monique\",\"organisation_id\":\"ddt-07\",\"debut\":\"2025-01-01\"}\n";

        world.imports("mandates", line);
        assertThat(world.report("mandates", line)).contains("\"unchanged\":1");
        assertThat(world.report("mandates", line.replace("2025-01-01", "hier")))
                .contains("debut")
                .contains("\"refused\":1");
        assertThat(world.report("mandates", line.replace("rel-1", "rel-2").replace("m-monique", "m-nobody")))
                .contains("membre_id");
        assertThat(
                        world.report(
                                "mandates",
                                "{\"id\":\"a-2\",\"role\":\"amdac\",\"membre_id\":\"m-monique\",\"organisation_id\":\"min-eco\",\"debut\":\"2025-01-01\"}"))
                .contains("AMDAC");
        assertThat(members.find("m-monique").orElseThrow().networks()).containsExactly("relays");
    }

    private ResultActions appoint(String bearer, String role, String holder, String organization, String more)
            throws Exception {
        return mvc.perform(post(PATH)
                .header("Authorization", bearer)
                .contentType(APPLICATION_JSON)
                .content(draft(role, holder, organization, more)));
    }

    private String appointed(String bearer, String role, String holder, String organization, String more)
            throws Exception {
        String body = appoint(bearer, role, holder, organization, more)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return new JsonMapper().readTree(body).path("id").asString();
    }

    private static String draft(String role, String holder, String organization, String more) {
        return "{\"role\":\"%s\",\"holderId\":\"%s\",\"organizationId\":\"%s\"%s}"
                .formatted(role, holder, organization, more.isEmpty() ? "" : "," + more);
    }

    private ResultActions act(String bearer, String id, String verb, String body) throws Exception {
        return mvc.perform(post(PATH + "/" + id + "/" + verb)
                .header("Authorization", bearer)
                .contentType(APPLICATION_JSON)
                .content(body.isEmpty() ? "{}" : body));
    }
}
