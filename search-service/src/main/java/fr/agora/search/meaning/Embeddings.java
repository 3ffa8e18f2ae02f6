package fr.agora.search.meaning;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
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

/** The OpenAI-compatible {@code /v1/embeddings}, within bounds of time and size. */
@Component
@EnableConfigurationProperties(AssistantSettings.class)
class Embeddings {

    private static final Logger LOG = LoggerFactory.getLogger(Embeddings.class);
    private static final int MOST_DIMENSIONS = 4_096;

    private final AssistantSettings settings;
    private final JsonMapper json;
    private final HttpClient client;

    Embeddings(AssistantSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** One vector a text, in order; empty when the endpoint is off, slow, busy (429) or talks nonsense. */
    Optional<List<Vector>> of(List<String> texts, Duration patience) {
        URI base = settings.uri();
        if (base == null) {
            return Optional.empty();
        }
        var question = Map.of("model", settings.embeddingModel(), "input", texts);
        var request = HttpRequest.newBuilder(base.resolve("/v1/embeddings"))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(question)));
        if (settings.apiKey() != null) {
            request.header("Authorization", "Bearer " + settings.apiKey());
        }
        try {
            var bounded = BodyHandlers.limiting(
                    BodyHandlers.ofString(), settings.maxSize().toBytes());
            HttpResponse<String> response = client.send(request.build(), bounded);
            if (response.statusCode() != 200) {
                LOG.info("No vectors are given status={}", response.statusCode());
                return Optional.empty();
            }
            return vectors(json.readTree(response.body()).path("data"), texts.size());
        } catch (IOException | JacksonException failed) {
            LOG.info("No vectors are given cause={}", failed.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<List<Vector>> vectors(JsonNode data, int wanted) {
        var vectors = new ArrayList<Vector>();
        for (var each : data) {
            var numbers = each.path("embedding");
            var length = numbers.size();
            if (length == 0
                    || length > MOST_DIMENSIONS
                    || !numbers.valueStream().allMatch(JsonNode::isNumber)) {
                return Optional.empty();
            }
            var values = new double[length];
            for (int at = 0; at < length; at++) {
                values[at] = numbers.path(at).asDouble();
            }
            vectors.add(Vector.of(values));
        }
        return vectors.size() == wanted ? Optional.of(vectors) : Optional.empty();
    }
}
