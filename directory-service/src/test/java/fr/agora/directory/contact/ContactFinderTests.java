package fr.agora.directory.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DirectoryTest
class ContactFinderTests {

    private static final String PATH = "/api/directory/contact-points";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    private World world;

    @BeforeEach
    void theStateAsItStands() throws Exception {
        world = World.in(mvc, store);
    }

    @Test
    void theChainIsWalkedStepByStepFromTheStateDownToTheOrganisationItself() throws Exception {
        for (String amdac : List.of("amdac-eco", "amdac-int")) {
            mvc.perform(post("/api/directory/mandates/" + amdac + "/end").header("Authorization", World.SOFIA))
                    .andExpect(status().isOk());
        }
        assertThat(steps("subdivision-07")).containsExactly("SUPPORT");

        appoint("agd", "agd", "dinum", "");
        assertThat(steps("subdivision-07")).containsExactly("STATE");
        appoint("amdac-2", "amdac", "min-eco", "");
        assertThat(steps("subdivision-07")).containsExactly("MINISTRY", "STATE");
        appoint("referent", "referent-regional", "prefecture-84", "");
        assertThat(steps("subdivision-07")).containsExactly("REGION", "MINISTRY", "STATE");
        appoint("relay-84", "relais", "dreal-84", "");
        assertThat(steps("subdivision-07")).containsExactly("TERRITORY", "REGION", "MINISTRY", "STATE");
        appoint("relay-above", "relais", "ddt-07", "");
        assertThat(steps("subdivision-07")).containsExactly("ANCESTOR", "TERRITORY", "REGION", "MINISTRY", "STATE");
        appoint("relay-own", "relais", "subdivision-07", "");
        assertThat(steps("subdivision-07"))
                .containsExactly("OWN", "ANCESTOR", "TERRITORY", "REGION", "MINISTRY", "STATE");

        JsonNode best = ask("organization=subdivision-07").path("items").path(0);
        assertThat(best.path("contactUrl").asString()).isEqualTo("/contact-donnees/relay-own/ecrire");
        assertThat(best.path("title").path("fr").asString()).isEqualTo("Relais données de service déconcentré");
        assertThat(best.path("reason").path("fr").asString()).contains("Subdivision de Privas");
    }

    @Test
    void aRelayOfTheDepartmentStandsBeforeOneOfTheRegionAndOneOfAnotherMinistryNowhere() throws Exception {
        world.imports("organizations", """
                {"id":"dd-07","nom":"Direction départementale de l’eau","type":"service-deconcentre","parent_id":"min-eco","departement_code":"07","region_code":"84"}
                {"id":"dd-15","nom":"Direction du Cantal","type":"service-deconcentre","parent_id":"min-eco","departement_code":"15","region_code":"84"}
                {"id":"police-07","nom":"Police de l’Ardèche","type":"service-deconcentre","parent_id":"dg-police","departement_code":"07"}
                """);
        appoint("relay-84", "relais", "dreal-84", "");
        appoint("relay-07", "relais", "dd-07", "");
        appoint("relay-15", "relais", "dd-15", "");

        assertThat(ids("organization=ddt-07"))
                .startsWith("relay-07", "relay-84")
                .doesNotContain("relay-15");
        assertThat(ids("organization=police-07")).containsExactly("amdac-int");
        assertThat(ids("organization=dg-eau&commune=15014")).startsWith("relay-15", "relay-84");
    }

    @Test
    void aSpecialistOfTheTopicComesFirstAndOneOfAnotherIsNoAnswer() throws Exception {
        appoint("generalist", "relais", "dg-eau", "");
        appoint("specialist", "relais", "dg-eau", ",\"themes\":[\"transition-ecologique\"]");

        assertThat(ids("organization=dg-eau&topic=transition-ecologique")).startsWith("specialist", "generalist");
        assertThat(ids("organization=dg-eau")).startsWith("generalist", "specialist");
        assertThat(ids("organization=dg-eau&topic=sante"))
                .startsWith("generalist")
                .doesNotContain("specialist");
    }

    @Test
    void anAmdacOfEverySupervisingMinistryAnswers() throws Exception {
        assertThat(ids("organization=ddt-07")).containsExactly("amdac-int", "amdac-eco");
        assertThat(ids("siret=11000201100044")).containsExactly("amdac-int");
    }

    @Test
    void aNameIsForThoseWhoMaySeeTheProfile() throws Exception {
        appoint("relay", "relais", "ddt-07", "");

        assertThat(ask("organization=ddt-07").toString())
                .doesNotContain("Monique")
                .contains("Claire Fontaine");
        assertThat(mvc.perform(get(PATH + "?organization=ddt-07").header("Authorization", World.AMINA))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Monique Astier");
    }

    @ParameterizedTest
    @CsvSource({
        "organization=nowhere, organization",
        "siret=00000000000000, siret",
        "commune=99999, commune",
        "commune=Atlantis, commune",
        "topic=alchimie, topic"
    })
    void anUnknownPlaceIsNamed(String query, String field) throws Exception {
        mvc.perform(get(PATH + "?" + query.replace(' ', '+')))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.texts.en").exists());
    }

    @Test
    void aMoveInTheTreeMovesTheAnswer() throws Exception {
        appoint("relay", "relais", "dg-eau", "");
        assertThat(ids("organization=bureau-crues")).startsWith("relay");

        world.imports(
                "organizations",
                "{\"id\":\"bureau-crues\",\"nom\":\"Bureau des crues\",\"type\":\"service\",\"parent_id\":\"dg-police\"}");

        assertThat(ids("organization=bureau-crues")).containsExactly("amdac-int");
    }

    private void appoint(String id, String role, String organization, String more) throws Exception {
        world.imports(
                "mandates",
                "{\"id\":\"%s\",\"role\":\"%s\",\"membre_id\":\"m-monique\",\"organisation_id\":\"%s\",\"debut\":\"2025-01-01\"%s}"
                        .formatted(id, role, organization, more));
    }

    private JsonNode ask(String query) throws Exception {
        String body = mvc.perform(get(PATH + "?" + query.replace(' ', '+')))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return new JsonMapper().readTree(body);
    }

    private List<String> ids(String query) throws Exception {
        return ask(query)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString(""))
                .toList();
    }

    private List<String> steps(String organization) throws Exception {
        return ask("organization=" + organization)
                .path("items")
                .valueStream()
                .map(item -> item.path("step").asString())
                .distinct()
                .toList();
    }
}
