package fr.agora.projects.albert;

import fr.agora.projects.outside.Peer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAI-compatible API: {@code /v1/chat/completions} and {@code /v1/embeddings}, within bounds of time and size. */
@Component
@EnableConfigurationProperties(AlbertSettings.class)
class Albert {

    private static final Logger log = LoggerFactory.getLogger(Albert.class);
    private static final int LONGEST_ANSWER = 2_000;
    private static final int MOST_DIMENSIONS = 8_192;

    private final AlbertSettings settings;
    private final JsonMapper json;
    private final Peer peer;

    Albert(AlbertSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.peer = new Peer("assistant", settings.timeout(), settings.maxSize());
    }

    boolean isOn() {
        return settings.uri() != null;
    }

    /** Empty when the assistant is off, slow, busy (429) or talks nonsense. */
    Optional<String> complete(String instruction, String text) {
        return ask(
                        "/v1/chat/completions",
                        Map.of(
                                "model",
                                settings.chatModel(),
                                "messages",
                                List.of(
                                        Map.of("role", "system", "content", instruction),
                                        Map.of("role", "user", "content", text)),
                                "temperature",
                                0.2,
                                "max_tokens",
                                400))
                .map(answer -> answer.path("choices").path(0).path("message").path("content"))
                .filter(JsonNode::isString)
                .map(content -> content.asString().strip())
                .filter(content -> !content.isEmpty() && content.length() <= LONGEST_ANSWER);
    }

    /** The text as a vector; empty as above. */
    Optional<List<Double>> embed(String text) {
        return ask("/v1/embeddings", Map.of("model", settings.embeddingModel(), "input", text))
                .map(answer -> answer.path("data").path(0).path("embedding"))
                .flatMap(Albert::vector);
    }

    private static Optional<List<Double>> vector(JsonNode embedding) {
        List<Double> vector = new ArrayList<>();
        for (JsonNode each : embedding) {
            if (!each.isNumber() || vector.size() == MOST_DIMENSIONS) {
                return Optional.empty();
            }
            vector.add(each.asDouble());
        }
        return vector.isEmpty() ? Optional.empty() : Optional.of(vector);
    }

    private Optional<JsonNode> ask(String path, Map<String, Object> question) {
        URI base = settings.uri();
        if (base == null) {
            return Optional.empty();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(question)));
        if (settings.apiKey() != null) {
            request.header("Authorization", "Bearer " + settings.apiKey());
        }
        return peer.ask(request).flatMap(response -> read(path, response));
    }

    private Optional<JsonNode> read(String path, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            log.info("The assistant refused status={} path={}", response.statusCode(), path);
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(response.body()));
        } catch (JacksonException garbage) {
            log.info("The assistant answered no JSON path={}", path);
            return Optional.empty();
        }
    }
}
