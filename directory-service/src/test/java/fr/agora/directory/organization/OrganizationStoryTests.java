package fr.agora.directory.organization;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.LineImport;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DirectoryTest
class OrganizationStoryTests {

    private static final String PATH = "/api/directory/organizations";
    private static final String MODERATOR =
            JwtFixture.member("sofia").with(Role.MODERATOR).bearer();
    private static final String MEMBER = JwtFixture.member("amina").bearer();
    private static final String ADMIN =
            JwtFixture.member("root").with(Role.ADMIN).bearer();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Organizations organizations;

    @Autowired
    private MongoTemplate store;

    @BeforeEach
    void emptyTheTree() {
        store.remove(new Query(), Organization.class);
    }

    @Test
    void anOrganisationIsADraftThenPublicThenGone() throws Exception {
        publish("min-mer", "Ministère de la Mer", "MINISTRY", "");
        create(
                        "dir-phares",
                        "Direction des phares",
                        "DIRECTORATE",
                        "\"parentIds\":[\"min-mer\"],\"territories\":[\"DEP-29\"]")
                .andExpect(status().isCreated());

        mvc.perform(get(PATH + "/dir-phares")).andExpect(status().isNotFound());
        act("dir-phares", "publish").andExpect(jsonPath("$.status").value("PUBLISHED"));
        mvc.perform(get(PATH + "/dir-phares"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ministries[0].id").value("min-mer"))
                .andExpect(jsonPath("$.territories[1].code").value("REG-53"));
        mvc.perform(get(PATH).queryParam("q", "phare"))
                .andExpect(jsonPath("$.items.length()").value(1));
        act("dir-phares", "withdraw");

        mvc.perform(get(PATH + "/dir-phares")).andExpect(status().isNotFound());
        mvc.perform(get(PATH).queryParam("q", "phare"))
                .andExpect(jsonPath("$.items.length()").value(0));
        Organization kept = organizations.find("dir-phares").orElseThrow();
        assertThat(kept.outbox())
                .extracting(OutboxEntry::type)
                .containsExactly(
                        "agora.directory.organization-published.v1", "agora.directory.organization-withdrawn.v1");
        kept.outbox().forEach(fact -> assertThatFact(fact).matchesItsContract());
    }

    @Test
    void theSameWordsAgainAreNoNewRevision() throws Exception {
        publish("ban", "Bureau des adresses", "SERVICE", "");
        long before = organizations.find("ban").orElseThrow().revision();

        edit("ban", "Bureau des adresses", "").andExpect(status().isOk());
        assertThat(organizations.find("ban").orElseThrow().revision()).isEqualTo(before);
        edit("ban", "Bureau des adresses et des lieux", "").andExpect(status().isOk());

        assertThat(organizations.find("ban").orElseThrow().revision()).isEqualTo(before + 1);
    }

    @Test
    void aMinistrysNewNameReachesAllThatStandBelow() throws Exception {
        publish("min", "Ministère des Mers", "MINISTRY", "");
        publish("dg", "Direction générale", "DIRECTORATE", "\"parentIds\":[\"min\"]");
        publish("bureau", "Bureau", "SERVICE", "\"parentIds\":[\"dg\"]");

        edit("min", "Ministère des Océans", "").andExpect(status().isOk());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                organizations.find("bureau").orElseThrow().ministries())
                        .containsExactly(new Ministry("min", "Ministère des Océans")));
    }

    @Test
    void nobodyStandsAboveThemselves() throws Exception {
        publish("a", "A", "SERVICE", "");
        publish("b", "B", "SERVICE", "\"parentIds\":[\"a\"]");
        publish("c", "C", "SERVICE", "\"parentIds\":[\"b\"]");

        edit("a", "A", "\"parentIds\":[\"c\"]")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:cycle"));
        edit("a", "A", "\"parentIds\":[\"a\"]").andExpect(status().isConflict());

        assertThat(organizations.find("a").orElseThrow().parentIds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"X\",\"kind\":\"SERVICE\",\"siret\":\"12345678901234\"} | 422 | siret",
                "{\"name\":\"\",\"kind\":\"SERVICE\"} | 422 | name",
                "{\"name\":\"X\",\"kind\":\"CASTLE\"} | 422 | kind",
                "{\"name\":\"X\"} | 422 | kind",
                "{\"name\":\"X\",\"kind\":\"SERVICE\",\"parentIds\":[\"nowhere\"]} | 422 | parentIds",
                "{\"name\":\"X\",\"kind\":\"SERVICE\",\"parentIds\":\"a\"} | 422 | parentIds",
                "{\"name\":\"X\",\"kind\":\"SERVICE\",\"territories\":[\"DEP-999\"]} | 422 | territories",
                "{\"id\":\"Bad Slug\",\"name\":\"X\",\"kind\":\"SERVICE\"} | 422 | id",
                "{\"id\":\"nouveau\",\"name\":\"X\",\"kind\":\"SERVICE\"} | 422 | id"
            })
    void aWrongFieldIsNamedAndNothingIsStored(String body, int expected, String field) throws Exception {
        mvc.perform(post(PATH)
                        .header("Authorization", MODERATOR)
                        .contentType(APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(expected))
                .andExpect(jsonPath("$.errors[0].field").value(org.hamcrest.Matchers.startsWith(field)));

        assertThat(store.count(new Query(), Organization.class)).isZero();
    }

    @Test
    void aNameOrNumberTakenIsAConflict() throws Exception {
        publish("insee", "Institut", "OPERATOR", "\"siret\":\"73282932000074\"");

        create("insee", "Autre", "OPERATOR", "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:duplicate-organization"));
        create("autre", "Autre", "OPERATOR", "\"siret\":\"732 829 320 00074\"")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:duplicate-siret"));
    }

    @Test
    void onlyModeratorsTouchTheTree() throws Exception {
        publish("insee", "Institut", "OPERATOR", "");
        String body = "{\"name\":\"Pris\",\"kind\":\"OTHER\"}";

        mvc.perform(post(PATH).contentType(APPLICATION_JSON).content(body)).andExpect(status().isUnauthorized());
        mvc.perform(post(PATH)
                        .header("Authorization", MEMBER)
                        .contentType(APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isForbidden());
        mvc.perform(put(PATH + "/insee")
                        .header("Authorization", MEMBER)
                        .contentType(APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isForbidden());
        mvc.perform(post(PATH + "/insee/withdraw").header("Authorization", MEMBER))
                .andExpect(status().isForbidden());

        assertThat(organizations.find("insee").orElseThrow().name()).isEqualTo("Institut");
    }

    @Test
    void anImportInAnyOrderBuildsTheTreeAndTheSameFileChangesNothing() throws Exception {
        String file = """
                {"id":"dir","nom":"Direction","type":"direction","parent_id":"min","source":"s"}
                {"id":"min","nom":"Ministère","type":"ministere","source":"s"}
                {"id":"bad","nom":"Mauvais","type":"chateau","source":"s"}
                {"nom":"Sans identifiant"}
                """;

        String report = importLines(file);
        assertThat(report).contains("\"created\":2").contains("\"refused\":2").contains("est inconnu : chateau");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(organizations.find("dir").orElseThrow().ministries())
                                .containsExactly(new Ministry("min", "Ministère")));
        long revision = organizations.find("dir").orElseThrow().revision();

        assertThat(importLines(file)).contains("\"unchanged\":2");
        assertThat(organizations.find("dir").orElseThrow().revision()).isEqualTo(revision);
        assertThat(importLines(file.replace("\"source\":\"s\"", "\"source\":\"autre\"")))
                .contains("a été créée autrement");
    }

    @Test
    void pagesFollowEachOtherWithoutLossOrRepetition() throws Exception {
        for (int i = 0; i < 7; i++) {
            publish("org-" + i, "Service " + (char) ('G' - i), "SERVICE", "");
        }

        Page first = page(null);
        Page second = page(first.next());
        Page third = page(second.next());

        assertThat(first.names() + second.names() + third.names()).isEqualTo("ABCDEFG");
        assertThat(third.next()).isEmpty();
    }

    private record Page(String names, String next) {}

    private Page page(String cursor) throws Exception {
        var request = get(PATH).queryParam("size", "3");
        String body = mvc.perform(cursor == null ? request : request.queryParam("cursor", cursor))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        var json = new tools.jackson.databind.json.JsonMapper().readTree(body);
        StringBuilder names = new StringBuilder();
        json.path("items")
                .forEach(item -> names.append(item.path("name").asString().charAt(8)));
        return new Page(names.toString(), json.path("next").asString(""));
    }

    private String importLines(String lines) throws Exception {
        return mvc.perform(post("/api/directory/imports/organizations")
                        .header("Authorization", ADMIN)
                        .contentType(LineImport.NDJSON)
                        .content(lines))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private ResultActions create(String id, String name, String kind, String more) throws Exception {
        String body = "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\"%s}"
                .formatted(id, name, kind, more.isEmpty() ? "" : "," + more);
        return mvc.perform(post(PATH)
                .header("Authorization", MODERATOR)
                .contentType(APPLICATION_JSON)
                .content(body));
    }

    private void publish(String id, String name, String kind, String more) throws Exception {
        create(id, name, kind, more).andExpect(status().isCreated());
        act(id, "publish").andExpect(status().isOk());
    }

    private ResultActions edit(String id, String name, String more) throws Exception {
        Organization known = organizations.find(id).orElseThrow();
        String body =
                "{\"name\":\"%s\",\"kind\":\"%s\"%s}".formatted(name, known.kind(), more.isEmpty() ? "" : "," + more);
        return mvc.perform(put(PATH + "/" + id)
                .header("Authorization", MODERATOR)
                .contentType(APPLICATION_JSON)
                .content(body));
    }

    private ResultActions act(String id, String verb) throws Exception {
        return mvc.perform(post(PATH + "/" + id + "/" + verb).header("Authorization", MODERATOR));
    }
}
