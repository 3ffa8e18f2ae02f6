package fr.agora.directory.member;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People of the tests, who write and read profiles as anybody does. */
record Profiles(MockMvc mvc) {

    static final String PATH = "/api/directory/members";
    static final JsonMapper JSON = new JsonMapper();

    /** @return the identifier of a published profile */
    String published(String bearer, String draft) throws Exception {
        String id = JSON.readTree(mvc.perform(post(PATH)
                                .header("Authorization", bearer)
                                .contentType(APPLICATION_JSON)
                                .content(draft))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .path("id")
                .asString();
        mvc.perform(post(PATH + "/" + id + "/publish").header("Authorization", bearer))
                .andExpect(status().isOk());
        return id;
    }

    void edit(String id, String bearer, String draft) throws Exception {
        mvc.perform(put(PATH + "/" + id)
                        .header("Authorization", bearer)
                        .contentType(APPLICATION_JSON)
                        .content(draft))
                .andExpect(status().isOk());
    }

    void consent(String bearer, boolean recruitment, boolean relay) throws Exception {
        mvc.perform(put(PATH + "/me/talent")
                        .header("Authorization", bearer)
                        .contentType(APPLICATION_JSON)
                        .content("{\"recruitment\":%s,\"relay\":%s}".formatted(recruitment, relay)))
                .andExpect(status().isOk());
    }

    /** What a reader gets, the empty text where it is refused or absent. */
    String read(String path, @Nullable String bearer) throws Exception {
        MockHttpServletRequestBuilder request = get(java.net.URI.create(path));
        var response = mvc.perform(bearer == null ? request : request.header("Authorization", bearer))
                .andReturn()
                .getResponse();
        return response.getStatus() == 200 ? response.getContentAsString(StandardCharsets.UTF_8) : "";
    }

    JsonNode json(String path, @Nullable String bearer) throws Exception {
        return JSON.readTree(read(path, bearer));
    }
}
