package fr.agora.directory.organization;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.LineImport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DirectoryTest
class OrganizationMergingTests {

    private static final String PATH = "/api/directory/organizations";
    private static final String MODERATOR =
            JwtFixture.member("sofia").with(Role.MODERATOR).bearer();
    private static final String ADMIN =
            JwtFixture.member("root").with(Role.ADMIN).bearer();
    private static final String SIRET = "73282932000074";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Organizations organizations;

    @Autowired
    private OrganizationMerging merging;

    @Autowired
    private MongoTemplate store;

    @BeforeEach
    void twoDirectoratesThatBecomeOne() throws Exception {
        store.remove(new Query(), Organization.class);
        publish("min", "Ministère", "MINISTRY", "");
        publish("phares", "Direction des phares", "DIRECTORATE", "\"parentIds\":[\"min\"],\"siret\":\"" + SIRET + "\"");
        publish("balises", "Direction des balises", "DIRECTORATE", "\"parentIds\":[\"min\"]");
        publish("bureau", "Bureau des lampes", "SERVICE", "\"parentIds\":[\"phares\"]");
    }

    @Test
    void whatNamedTheMergedOneNamesTheOther() throws Exception {
        merge("phares", "balises")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value("balises"));

        assertThat(organizations.find("bureau").orElseThrow().parents())
                .containsExactly(new OrganizationRef("balises", "Direction des balises", null));
        mvc.perform(get(PATH + "/phares"))
                .andExpect(status().isMovedPermanently())
                .andExpect(header().string("Location", PATH + "/balises"));
        mvc.perform(get("/annuaire/organismes/phares"))
                .andExpect(status().isMovedPermanently())
                .andExpect(header().string("Location", "/annuaire/organismes/balises"));
        Organization tombstone = organizations.find("phares").orElseThrow();
        assertThatFact(tombstone.outbox().getLast()).matchesItsContract();
        assertThat(tombstone.outbox().getLast().json()).contains("\"mergedInto\":\"balises\"");
    }

    @Test
    void thePeopleOfTheMergedOneAreOfTheOther() throws Exception {
        mvc.perform(
                        post("/api/directory/imports/members")
                                .header("Authorization", ADMIN)
                                .contentType(LineImport.NDJSON)
                                .content(
                                        "{\"id\":\"gardienne\",\"display_name\":\"Une gardienne\",\"organisation_id\":\"phares\",\"visibility\":\"public\"}"))
                .andExpect(status().isOk());

        merge("phares", "balises").andExpect(status().isOk());

        mvc.perform(get("/api/directory/members").queryParam("organization", "balises"))
                .andExpect(jsonPath("$.items[0].id").value("gardienne"))
                .andExpect(jsonPath("$.items[0].organization.name").value("Direction des balises"));
    }

    @Test
    void itsNumberStillLeadsToTheOtherAndMayBeGivenAgain() throws Exception {
        merge("phares", "balises");

        assertThat(organizations.bySiret(SIRET).orElseThrow().id()).isEqualTo("balises");
        publish("nouveaux-phares", "Nouveaux phares", "SERVICE", "\"siret\":\"" + SIRET + "\"");
        assertThat(organizations.bySiret(SIRET).orElseThrow().id()).isEqualTo("nouveaux-phares");
    }

    @Test
    void aMergeAskedAgainChangesNothingAndElsewhereIsRefused() throws Exception {
        merge("phares", "balises").andExpect(status().isOk());
        long revision = organizations.find("phares").orElseThrow().revision();

        merge("phares", "balises").andExpect(status().isOk());
        assertThat(organizations.find("phares").orElseThrow().revision()).isEqualTo(revision);
        merge("phares", "min")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:already-merged"));
        mvc.perform(post(PATH + "/phares/publish").header("Authorization", MODERATOR))
                .andExpect(status().isConflict());
    }

    @Test
    void oneDoesNotMergeIntoItselfNorIntoWhatStandsBelow() throws Exception {
        merge("min", "bureau")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:merge-below"));
        merge("phares", "phares").andExpect(status().isUnprocessableContent());
        merge("phares", "nowhere").andExpect(status().isUnprocessableContent());
        mvc.perform(post(PATH + "/phares/merge")
                        .header("Authorization", JwtFixture.member("amina").bearer())
                        .contentType(APPLICATION_JSON)
                        .content("{\"into\":\"balises\"}"))
                .andExpect(status().isForbidden());

        assertThat(organizations.find("phares").orElseThrow().isPublished()).isTrue();
    }

    @Test
    void aMergeCutShortIsFinishedByTheNextSweep() throws Exception {
        merge("phares", "balises");
        // as a crash would leave them: decided, nothing moved yet
        store.updateFirst(
                new Query(Criteria.where("_id").is("bureau")),
                new Update().set("parentIds", List.of("phares")),
                Organization.class);
        store.updateFirst(
                new Query(Criteria.where("_id").is("phares")), new Update().set("merging", true), Organization.class);

        merging.finish();

        await().untilAsserted(() -> assertThat(
                        organizations.find("bureau").orElseThrow().parentIds())
                .containsExactly("balises"));
    }

    @Test
    void anImportThatStillNamesTheMergedBodyMeansTheOther() throws Exception {
        merge("phares", "balises");

        String report = mvc.perform(post("/api/directory/imports/organizations")
                        .header("Authorization", ADMIN)
                        .contentType(LineImport.NDJSON)
                        .content("{\"id\":\"neuf\",\"nom\":\"Bureau neuf\",\"parent_id\":\"phares\"}\n"))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(report).contains("\"created\":1");
        assertThat(organizations.find("neuf").orElseThrow().parentIds()).containsExactly("balises");
    }

    @Test
    void twoEditsAtOnceNeverCloseALoopTogether() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                put("phares", "").andExpect(status().isOk());
                put("balises", "").andExpect(status().isOk());
                var answers = threads.invokeAll(Stream.of(List.of("phares", "balises"), List.of("balises", "phares"))
                        .<Callable<Integer>>map(pair -> () -> {
                            together.await();
                            return put(pair.get(0), "\"" + pair.get(1) + "\"")
                                    .andReturn()
                                    .getResponse()
                                    .getStatus();
                        })
                        .toList());

                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
            }
        }
    }

    @Test
    void aLoopThroughAMinistryIsOneToo() throws Exception {
        publish("autre-min", "Autre ministère", "MINISTRY", "\"parentIds\":[\"phares\"]");

        put("min", "\"autre-min\"")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:cycle"));
    }

    private ResultActions put(String id, String parents) throws Exception {
        Organization known = organizations.find(id).orElseThrow();
        return mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(PATH + "/" + id)
                .header("Authorization", MODERATOR)
                .contentType(APPLICATION_JSON)
                .content("{\"name\":\"%s\",\"kind\":\"%s\",\"parentIds\":[%s]}"
                        .formatted(known.name(), known.kind(), parents)));
    }

    private ResultActions merge(String id, String into) throws Exception {
        return mvc.perform(post(PATH + "/" + id + "/merge")
                .header("Authorization", MODERATOR)
                .contentType(APPLICATION_JSON)
                .content("{\"into\":\"" + into + "\"}"));
    }

    private void publish(String id, String name, String kind, String more) throws Exception {
        mvc.perform(post(PATH)
                        .header("Authorization", MODERATOR)
                        .contentType(APPLICATION_JSON)
                        .content("{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\"%s}"
                                .formatted(id, name, kind, more.isEmpty() ? "" : "," + more)))
                .andExpect(status().isCreated());
        mvc.perform(post(PATH + "/" + id + "/publish").header("Authorization", MODERATOR))
                .andExpect(status().isOk());
    }
}
