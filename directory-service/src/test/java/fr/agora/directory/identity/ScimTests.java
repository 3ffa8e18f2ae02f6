package fr.agora.directory.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.World;
import fr.agora.platform.security.JwtFixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administration's own directory opens and closes the accounts of its people. */
@DirectoryTest
class ScimTests {

    private static final String USERS = "/api/directory/scim/v2/Users";
    private static final String ECOLOGY = JwtFixture.provisioner("min-eco").bearer();
    private static final MediaType SCIM = MediaType.parseMediaType("application/scim+json");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NADIA = """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"nadia.belkacem","active":true,
         "name":{"givenName":"Nadia","familyName":"Belkacem"},
         "emails":[{"value":"nadia.belkacem@ecologie.exemple","primary":true}]}
        """;

    private final KeycloakStub keycloak = KeycloakStub.running();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @BeforeEach
    void claireIsOfEcologyAndJeanOfTheInterior() throws Exception {
        World.in(mvc, store);
        keycloak.anew();
        keycloak.knows("claire", "claire.fontaine", "min-eco");
        keycloak.knows("jean", "jean.okonkwo", "min-int");
    }

    @Test
    void anAccountIsOpenedForTheProgramsOwnOrganisationAndItsAddressIsToldToNobody() throws Exception {
        MockHttpServletResponse created = asked(post(USERS).contentType(SCIM).content(NADIA));

        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getContentType()).startsWith("application/scim+json");
        JsonNode user = JSON.readTree(created.getContentAsString(StandardCharsets.UTF_8));
        JsonNode kept = keycloak.user(user.path("id").asString());
        assertThat(kept.path("attributes").path("organization").path(0).asString())
                .isEqualTo("min-eco");
        assertThat(kept.path("email").asString()).isEqualTo("nadia.belkacem@ecologie.exemple");
        assertThat(created.getHeader("Location"))
                .isEqualTo(USERS + "/" + user.path("id").asString());
        assertThat(created.getContentAsString(StandardCharsets.UTF_8))
                .contains("\"userName\":\"nadia.belkacem\"", "\"active\":true")
                .doesNotContain("@");
    }

    @Test
    void aNameThatIsTakenIsAConflict() throws Exception {
        MockHttpServletResponse answer =
                asked(post(USERS).contentType(SCIM).content("{\"userName\":\"jean.okonkwo\"}"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("\"scimType\":\"uniqueness\"", "\"status\":\"409\"");
    }

    @Test
    void aFilterFindsOnlyOnesOwn() throws Exception {
        assertThat(filtered("userName eq \"claire.fontaine\"")
                        .path("totalResults")
                        .asInt())
                .isEqualTo(1);
        assertThat(filtered("USERNAME EQ \"jean.okonkwo\"").path("totalResults").asInt())
                .isZero();
        assertThat(filtered("userName eq \"a\\\" or \\\"b\"")
                        .path("totalResults")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "userName sw \"c\"",
                "userName eq claire",
                "emails.value eq \"a\"",
                "userName eq \"a\" or id pr"
            })
    void anotherFilterIsRefused(String filter) throws Exception {
        MockHttpServletResponse answer = asked(get(java.net.URI.create(USERS + "?filter=" + encoded(filter))));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("\"scimType\":\"invalidFilter\"");
    }

    @Test
    void aListHoldsOnesOwnAlone() throws Exception {
        JsonNode list =
                JSON.readTree(asked(get(USERS + "?startIndex=0&count=100000")).getContentAsString());

        assertThat(list.path("totalResults").asInt()).isEqualTo(1);
        assertThat(list.path("Resources").path(0).path("userName").asString()).isEqualTo("claire.fontaine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Operations\":[{\"op\":\"replace\",\"path\":\"active\",\"value\":false}]}",
                "{\"Operations\":[{\"op\":\"Replace\",\"value\":{\"active\":false}}]}",
                "{\"Operations\":[{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}]}"
            })
    void aClosedAccountIsLoggedOutAndItsMandateRestsAtOnce(String patch) throws Exception {
        MockHttpServletResponse answer =
                asked(patch(USERS + "/claire").contentType(SCIM).content(patch));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("\"active\":false");
        assertThat(keycloak.loggedOut()).containsExactly("claire");
        assertThat(keycloak.user("claire")
                        .path("attributes")
                        .path("organization")
                        .path(0)
                        .asString())
                .as("what is not changed is kept")
                .isEqualTo("min-eco");
        assertThat(store.findById("amdac-eco", org.bson.Document.class, "mandates")
                        .getString("state"))
                .isEqualTo("SUSPENDED");
    }

    @Test
    void anotherOrganisationsAccountIsNotThere() throws Exception {
        String patch = "{\"Operations\":[{\"op\":\"replace\",\"path\":\"active\",\"value\":false}]}";

        assertThat(asked(get(USERS + "/jean")).getStatus()).isEqualTo(404);
        assertThat(asked(patch(USERS + "/jean").contentType(SCIM).content(patch))
                        .getStatus())
                .isEqualTo(404);
        assertThat(asked(get(USERS + "/count")).getStatus()).isEqualTo(404);
        assertThat(asked(get(USERS + "/jean")).getContentAsString())
                .isEqualTo(asked(get(USERS + "/absent")).getContentAsString());
        assertThat(keycloak.user("jean").path("enabled").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "3",
                "{\"Operations\":[]}",
                "{\"Operations\":{}}",
                "{\"Operations\":[{\"op\":\"remove\",\"path\":\"active\"}]}",
                "{\"Operations\":[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"x\"}]}",
                "{\"Operations\":[{\"op\":\"replace\",\"path\":\"active\",\"value\":\"peut-être\"}]}",
                "{\"Operations\":[{\"op\":\"replace\",\"value\":{\"active\":false,\"userName\":\"x\"}}]}"
            })
    void aChangeOfAnythingElseIsRefused(String patch) throws Exception {
        MockHttpServletResponse answer =
                asked(patch(USERS + "/claire").contentType(SCIM).content(patch));

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(400);
        assertThat(keycloak.loggedOut()).isEmpty();
    }

    @Test
    void keycloakAwayIsSaidInScimsWords() throws Exception {
        keycloak.away(true);

        MockHttpServletResponse answer = asked(get(USERS));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).contains("urn:ietf:params:scim:api:messages:2.0:Error");
    }

    @Test
    void theProgramIsNobodyElsewhere() throws Exception {
        assertThat(asked(get("/api/directory/members/me")).getStatus()).isEqualTo(403);
        assertThat(asked(get("/api/directory/members/m-amina")).getStatus())
                .as("what agents alone may read")
                .isEqualTo(404);
        assertThat(asked(get("/api/directory/members/m-claire")).getStatus()).isEqualTo(200);
    }

    private JsonNode filtered(String filter) throws Exception {
        MockHttpServletResponse answer = asked(get(java.net.URI.create(USERS + "?filter=" + encoded(filter))));
        assertThat(answer.getStatus()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Authorization", ECOLOGY)).andReturn().getResponse();
    }
}
