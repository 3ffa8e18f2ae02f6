package fr.agora.directory.organization;

import static org.hamcrest.Matchers.contains;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import fr.agora.directory.DirectoryTest;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.MockMvc;

@DirectoryTest
class NearbyOrganizationsTests {

    private static final String PATH = "/api/directory/organizations";
    private static final String MODERATOR =
            JwtFixture.member("sofia").with(Role.MODERATOR).bearer();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @BeforeEach
    void aFewServicesAroundPrivas() throws Exception {
        store.remove(new Query(), Organization.class);
        publish("valence", "COM-26362");
        publish("lyon", "COM-69123");
        publish("privas", "COM-07186");
        publish("ardeche", "DEP-07");
        publish("partout", "");
    }

    @Test
    void theClosestComeFirstAndFurtherOnesNotAtAll() throws Exception {
        mvc.perform(get(PATH).queryParam("near", "COM-07186").queryParam("within", "40"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].id").value(contains("ardeche", "privas", "valence")))
                .andExpect(jsonPath("$.items[0].distanceKm").value(0.0));
        mvc.perform(get(PATH).queryParam("near", "COM-07186").queryParam("within", "150"))
                .andExpect(jsonPath("$.items[3].id").value("lyon"));
    }

    @Test
    void pagesGoOnFurtherAway() throws Exception {
        String first = mvc.perform(get(PATH)
                        .queryParam("near", "COM-07186")
                        .queryParam("within", "150")
                        .queryParam("size", "3"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        mvc.perform(get(PATH)
                        .queryParam("near", "COM-07186")
                        .queryParam("within", "150")
                        .queryParam("size", "3")
                        .queryParam("cursor", JsonPath.<String>read(first, "$.next")))
                .andExpect(jsonPath("$.items[*].id").value(contains("lyon")));
    }

    @Test
    void anUnknownPlaceOrTooWideACircleIsSaid() throws Exception {
        mvc.perform(get(PATH).queryParam("near", "COM-99999")).andExpect(status().isBadRequest());
        mvc.perform(get(PATH).queryParam("near", "COM-07186").queryParam("within", "100000"))
                .andExpect(status().isBadRequest());
    }

    private void publish(String id, String territory) throws Exception {
        String territories = territory.isEmpty() ? "" : "\"" + territory + "\"";
        mvc.perform(post(PATH)
                        .header("Authorization", MODERATOR)
                        .contentType(APPLICATION_JSON)
                        .content("{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"SERVICE\",\"territories\":[%s]}"
                                .formatted(id, id, territories)))
                .andExpect(status().isCreated());
        mvc.perform(post(PATH + "/" + id + "/publish").header("Authorization", MODERATOR))
                .andExpect(status().isOk());
    }
}
