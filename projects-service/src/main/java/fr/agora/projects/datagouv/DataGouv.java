package fr.agora.projects.datagouv;

import fr.agora.projects.outside.Peer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of data.gouv.fr (udata, version 1), asked within bounds of time and size. */
@Component
@EnableConfigurationProperties(DataGouvSettings.class)
class DataGouv {

    private static final Logger log = LoggerFactory.getLogger(DataGouv.class);
    private static final int LONGEST = 500;

    private final DataGouvSettings settings;
    private final JsonMapper json;
    private final Peer peer;

    DataGouv(DataGouvSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.peer = new Peer(
                "data.gouv.fr", Objects.requireNonNull(settings.timeout()), Objects.requireNonNull(settings.maxSize()));
    }

    /** What came of a question. */
    sealed interface Answer {
        /** @param spd whether the dataset wears the badge of reference data */
        record Found(
                String title,
                @Nullable String licence,
                @Nullable String organization,
                @Nullable String lastUpdate,
                boolean spd)
                implements Answer {}

        /** There is no such thing, or no longer. */
        record Absent() implements Answer {}

        /** Off, slow, broken or talking nonsense. */
        record Unavailable() implements Answer {}
    }

    boolean isAsked() {
        return settings.uri() != null;
    }

    boolean mayPublish() {
        return settings.uri() != null && settings.apiKey() != null;
    }

    Answer read(DataRef ref) {
        URI base = settings.uri();
        if (base == null) {
            return new Answer.Unavailable();
        }
        return peer.ask(request(base.resolve("/api/1/" + ref.key() + "/")))
                .map(response -> switch (response.statusCode()) {
                    case 200 -> card(response.body());
                    case 404, 410 -> new Answer.Absent();
                    default -> new Answer.Unavailable();
                })
                .orElseGet(Answer.Unavailable::new);
    }

    /** @return the new reuse's identifier; empty when data.gouv.fr did not take it */
    Optional<String> publish(Object reuse) {
        URI base = settings.uri();
        String key = settings.apiKey();
        if (base == null || key == null) {
            return Optional.empty();
        }
        HttpRequest.Builder question = request(base.resolve("/api/1/reuses/"))
                .header("X-API-KEY", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(reuse)));
        return peer.ask(question)
                .filter(response -> response.statusCode() == 201)
                .flatMap(response -> tree(response.body()))
                .map(body -> body.path("id").asString(""))
                .filter(id -> !id.isEmpty());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "application/json");
    }

    private Answer card(String body) {
        Optional<JsonNode> read = tree(body).filter(each -> each.path("title").isString());
        if (read.isEmpty()) {
            return new Answer.Unavailable();
        }
        JsonNode card = read.get();
        boolean spd = StreamSupport.stream(card.path("badges").spliterator(), false)
                .anyMatch(badge -> "spd".equals(badge.path("kind").asString("")));
        String updated = text(card.path("last_update"));
        return new Answer.Found(
                Objects.requireNonNullElse(text(card.path("title")), "?"),
                text(card.path("license")),
                text(card.path("organization").path("name")),
                updated == null ? text(card.path("metadata_modified_at")) : updated,
                spd);
    }

    private Optional<JsonNode> tree(String body) {
        try {
            return Optional.of(json.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException garbage) {
            log.info("data.gouv.fr answered no JSON characters={}", body.length());
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode node) {
        if (!node.isString()) {
            return null;
        }
        String text = node.asString().strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
