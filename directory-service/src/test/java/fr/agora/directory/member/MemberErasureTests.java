package fr.agora.directory.member;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import fr.agora.directory.DirectoryTest;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.LineImport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@DirectoryTest
@RecordApplicationEvents
class MemberErasureTests {

    private static final String AMINA = JwtFixture.member("amina").bearer();
    private static final String LUCAS = JwtFixture.member("lucas").bearer();
    private static final String MODERATOR =
            JwtFixture.member("sofia").with(Role.MODERATOR).bearer();
    private static final String ADMIN =
            JwtFixture.member("root").with(Role.ADMIN).bearer();
    private static final String DRAFT = """
            {"displayName":"Amina Zyrkovane","headline":"Zyrkovane, vigie","bio":"Je suis Zyrkovane.",\
            "offers":["demandez Zyrkovane"],"skills":[{"code":"Zyrkovanerie","evidence":"https://zyrkovane.exemple/a"}],\
            "cohort":{"code":"eig-4","challenge":"Défi Zyrkovane"},"visibility":"%s"}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Members members;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private ApplicationEvents events;

    private Profiles profiles;

    @BeforeEach
    void emptyTheDirectory() {
        store.remove(new Query(), Member.class);
        store.remove(new Query(), "photos");
        profiles = new Profiles(mvc);
    }

    @Test
    void anErasedPersonIsNowhereInTheStoreNotEvenInFactsThatWait() throws Exception {
        String id = amina("PUBLIC");
        profiles.consent(AMINA, true, true);
        mvc.perform(put(Profiles.PATH + "/" + id + "/photo")
                        .header("Authorization", AMINA)
                        .contentType("image/png")
                        .content(Pixels.png(8, 8)))
                .andExpect(status().isNoContent());
        assertThat(everything()).containsIgnoringCase("zyrkovane");

        erase(id, AMINA).andExpect(status().isNoContent());

        assertThat(everything()).doesNotContainIgnoringCase("zyrkovane");
        assertThat(store.count(new Query(), "photos")).isZero();
        assertThat(events.stream(MemberErased.class)).containsExactly(new MemberErased(id, "amina"));
        Member tombstone = members.find(id).orElseThrow();
        assertThat(tombstone.outbox())
                .extracting(fact -> fact.type())
                .containsExactly(
                        "agora.directory.member-withdrawn.v1",
                        "agora.directory.talent-withdrawn.v1",
                        "agora.directory.member-erased.v1");
        assertThat(tombstone.outbox())
                .allSatisfy(fact -> assertThat(fact.revision()).isEqualTo(tombstone.revision()));
        tombstone.outbox().forEach(fact -> assertThatFact(fact).matchesItsContract());
    }

    @Test
    void nobodySeesATombstoneAndTheAccountMayBeginAfresh() throws Exception {
        String id = amina("PUBLIC");
        erase(id, AMINA).andExpect(status().isNoContent());

        for (String reader : new String[] {AMINA, LUCAS, MODERATOR, ADMIN}) {
            mvc.perform(get(Profiles.PATH + "/" + id).header("Authorization", reader))
                    .andExpect(status().isNotFound());
        }
        erase(id, ADMIN).andExpect(status().isNotFound());
        String fresh = profiles.published(AMINA, "{\"displayName\":\"A. Z.\"}");
        assertThat(fresh).isNotEqualTo(id);
        assertThat(profiles.json(Profiles.PATH + "/me/talent", AMINA).path("history"))
                .isEmpty();
    }

    @Test
    void onlyThePersonAndAdministratorsErase() throws Exception {
        String id = amina("AGENTS");
        erase(id, LUCAS).andExpect(status().isForbidden());
        erase(id, MODERATOR).andExpect(status().isForbidden());
        mvc.perform(post(Profiles.PATH + "/" + id + "/erase")
                        .header("Authorization", AMINA)
                        .contentType(APPLICATION_JSON)
                        .content("{\"confirmation\":\"oui\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("confirmation"));
        assertThat(members.find(id).orElseThrow().isErased()).isFalse();

        erase(id, ADMIN).andExpect(status().isNoContent());
    }

    @Test
    void anImportDoesNotBringAnErasedPersonBack() throws Exception {
        String line = "{\"id\":\"mbr-z\",\"display_name\":\"Amina Zyrkovane\",\"compte\":\"amina\"}";
        importLine(line);
        erase("mbr-z", AMINA).andExpect(status().isNoContent());

        assertThat(importLine(line)).contains("refused").contains("effacée");
        assertThat(everything()).doesNotContainIgnoringCase("zyrkovane");
    }

    @Test
    void thePageAsksForTheWordAndKeepsTheRest() throws Exception {
        String id = amina("AGENTS");

        String html = mvc.perform(post("/moi/donnees/effacer")
                        .header("Authorization", AMINA)
                        .header("X-Agora-Csrf", "jeton")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("_csrf", "jeton")
                        .param("confirmation", "effacez"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).contains("Le mot attendu est EFFACER").contains("effacez");

        mvc.perform(post("/moi/donnees/effacer")
                        .header("Authorization", AMINA)
                        .header("X-Agora-Csrf", "jeton")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("_csrf", "jeton")
                        .param("confirmation", " effacer "))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", "/moi/donnees?fait=efface"));
        assertThat(members.find(id).orElseThrow().isErased()).isTrue();
    }

    @Test
    void anExportHoldsAllAndMatchesItsSchema() throws Exception {
        amina("AGENTS");
        profiles.consent(AMINA, true, false);

        JsonNode export = profiles.json("/api/directory/my-data", AMINA);
        assertThat(export.path("profile").path("bio").asString()).contains("Zyrkovane");
        assertThat(export.path("employment").path("history")).hasSize(1);
        assertThat(export.path("held").path("photos").isArray()).isTrue();

        JsonNode schema = profiles.json(export.path("$schema").asString(), null);
        List<String> errors = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(schema)
                .validate(export)
                .stream()
                .map(Error::toString)
                .toList();
        assertThat(errors).isEmpty();
        assertThat(profiles.json("/api/directory/my-data", LUCAS).toString()).doesNotContain("Zyrkovane");
    }

    private String amina(String visibility) throws Exception {
        return profiles.published(AMINA, DRAFT.formatted(visibility));
    }

    private org.springframework.test.web.servlet.ResultActions erase(String id, String bearer) throws Exception {
        return mvc.perform(post(Profiles.PATH + "/" + id + "/erase")
                .header("Authorization", bearer)
                .contentType(APPLICATION_JSON)
                .content("{\"confirmation\":\"EFFACER\"}"));
    }

    private String importLine(String line) throws Exception {
        return mvc.perform(post("/api/directory/imports/members")
                        .header("Authorization", ADMIN)
                        .contentType(LineImport.NDJSON)
                        .content(line))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** Every document of every collection, bytes of facts as text. */
    private String everything() {
        List<String> texts = new ArrayList<>();
        for (String collection : store.getCollectionNames()) {
            for (Document document : store.findAll(Document.class, collection)) {
                flatten(document, texts);
            }
        }
        return String.join("\n", texts);
    }

    private static void flatten(Object value, List<String> texts) {
        switch (value) {
            case null -> {}
            case Document document -> document.values().forEach(each -> flatten(each, texts));
            case List<?> list -> list.forEach(each -> flatten(each, texts));
            case org.bson.types.Binary bytes -> texts.add(new String(bytes.getData(), StandardCharsets.UTF_8));
            default -> texts.add(value.toString());
        }
    }
}
