package fr.agora.search;

import fr.agora.platform.security.JwtFixture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What GET /api/search answered. */
public record Asked(int status, JsonNode body) {

    static Asked of(MockMvc mvc, @Nullable JwtFixture user, String... parameters) {
        return get(mvc, "/api/search", user, parameters);
    }

    public static Asked get(MockMvc mvc, String path, @Nullable JwtFixture user, String... parameters) {
        var request = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path);
        for (int at = 0; at < parameters.length; at += 2) {
            request.param(parameters[at], parameters[at + 1]);
        }
        if (user != null) {
            request.header("Authorization", user.bearer());
        }
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            var text = response.getContentAsString(StandardCharsets.UTF_8);
            return new Asked(response.getStatus(), JsonMapper.builder().build().readTree(text.isEmpty() ? "{}" : text));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public long total() {
        return body.path("total").asLong(-1);
    }

    public List<String> ids() {
        var ids = new ArrayList<String>();
        body.path("hits").forEach(hit -> ids.add(hit.path("id").asString()));
        return ids;
    }

    public Map<String, Long> facet(String name) {
        var counts = new LinkedHashMap<String, Long>();
        body.at("/facets/" + name)
                .forEach(count -> counts.put(
                        count.path("value").asString(), count.path("count").asLong()));
        return counts;
    }

    public @Nullable String next() {
        return body.path("next").isMissingNode() || body.path("next").isNull()
                ? null
                : body.path("next").asString();
    }

    /** One field's highlights of one hit. */
    public List<String> highlights(String id, String field) {
        var parts = new ArrayList<String>();
        body.path("hits").forEach(hit -> {
            if (hit.path("id").asString().equals(id)) {
                hit.path("highlights").path(field).forEach(part -> parts.add(part.asString()));
            }
        });
        return parts;
    }

    public String problem() {
        return body.path("type").asString("");
    }
}
