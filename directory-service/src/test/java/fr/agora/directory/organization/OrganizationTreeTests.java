package fr.agora.directory.organization;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.LineImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.MockMvc;

@DirectoryTest
class OrganizationTreeTests {

    private static final String PAGE = "/annuaire/organismes";
    private static final String MODERATOR =
            JwtFixture.member("sofia").with(Role.MODERATOR).bearer();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @BeforeEach
    void aBodyUnderTwoMinistries() throws Exception {
        store.remove(new Query(), Organization.class);
        mvc.perform(post("/api/directory/imports/organizations")
                        .header(
                                "Authorization",
                                JwtFixture.member("root").with(Role.ADMIN).bearer())
                        .contentType(LineImport.NDJSON)
                        .content("""
                                {"id":"mer","nom":"Ministère de la Mer","type":"ministere"}
                                {"id":"air","nom":"Ministère de l’Air","type":"ministere"}
                                {"id":"vents","nom":"Institut des vents","type":"operateur","parent_id":"mer","ids_tutelles":["air"],"commune_code":"07186"}
                                {"id":"brises","nom":"Bureau des brises","type":"service","parent_id":"vents"}
                                """))
                .andExpect(status().isOk());
    }

    @Test
    void theTreeOpensOneBranchAtATime() throws Exception {
        mvc.perform(get(PAGE).queryParam("vue", "arbre"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Ministère de la Mer"), not(containsString("Institut des vents")))));
        mvc.perform(get(PAGE).queryParam("vue", "arbre").queryParam("sous", "air"))
                .andExpect(
                        content().string(allOf(containsString("Institut des vents"), containsString("1 organisme"))));
        mvc.perform(get(PAGE).queryParam("vue", "arbre").queryParam("sous", "vents"))
                .andExpect(content().string(allOf(containsString("Bureau des brises"), containsString("sous=mer"))));
        mvc.perform(get(PAGE).queryParam("vue", "arbre").queryParam("sous", "nulle-part"))
                .andExpect(status().isNotFound());
    }

    @Test
    void theListShowsTheClosestToAPlaceTypedByItsName() throws Exception {
        mvc.perform(get(PAGE).queryParam("pres", "Valence").queryParam("rayon", "50"))
                .andExpect(status().isOk());
        mvc.perform(get(PAGE).queryParam("pres", "26000").queryParam("rayon", "50"))
                .andExpect(content()
                        .string(allOf(containsString("Institut des vents"), not(containsString("Bureau des brises")))));
        mvc.perform(get(PAGE).queryParam("pres", "Saint-Martin"))
                .andExpect(content().string(containsString("ne désigne pas une seule commune")));
    }

    @Test
    void aMergeIsShownBeforeItIsMade() throws Exception {
        mvc.perform(post(PAGE + "/vents/fusionner")
                        .header("Authorization", MODERATOR)
                        .header("X-Agora-Csrf", "t")
                        .param("_csrf", "t")
                        .param("into", "Ministère de l’Air"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("va fusionner dans « Ministère de l’Air »"),
                                containsString("Un organisme rattaché passe sous l’autre"))));
        mvc.perform(post(PAGE + "/vents/fusionner")
                        .header("Authorization", MODERATOR)
                        .header("X-Agora-Csrf", "t")
                        .param("_csrf", "t")
                        .param("into", "Ministère de l’Air")
                        .param("confirmed", "air"))
                .andExpect(redirectedUrl(PAGE + "/air?fait=fusionne"));
        mvc.perform(get(PAGE + "/vents")).andExpect(redirectedUrl(PAGE + "/air"));
        mvc.perform(post(PAGE + "/brises/fusionner")
                        .header("Authorization", MODERATOR)
                        .header("X-Agora-Csrf", "t")
                        .param("_csrf", "t")
                        .param("into", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nommez l’organisme")));
    }
}
