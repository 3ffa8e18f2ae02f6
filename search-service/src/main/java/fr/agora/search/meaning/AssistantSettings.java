package fr.agora.search.meaning;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where texts become vectors; the same variables as those of the showcase's assistant.
 *
 * @param uri of an OpenAI-compatible API, without {@code /v1}; absent: the search compares words only
 * @param apiKey bearer token; absent: none is sent
 * @param embeddingModel name of the model that turns texts into vectors
 * @param timeout of one batch of texts; default 8 s
 * @param searchBudget what a search may wait for the vector of its words, before it goes on without; default 150 ms
 * @param pause after a failure, before it is asked again; default 30 s
 * @param maxSize of one answer; default 4 MB
 */
@ConfigurationProperties("agora.albert")
record AssistantSettings(
        @Nullable URI uri,
        @Nullable String apiKey,
        String embeddingModel,
        Duration timeout,
        Duration searchBudget,
        Duration pause,
        DataSize maxSize) {

    AssistantSettings {
        embeddingModel = Objects.requireNonNullElse(embeddingModel, "embeddings-small");
        timeout = Objects.requireNonNullElse(timeout, Duration.ofSeconds(8));
        searchBudget = Objects.requireNonNullElse(searchBudget, Duration.ofMillis(150));
        pause = Objects.requireNonNullElse(pause, Duration.ofSeconds(30));
        maxSize = Objects.requireNonNullElse(maxSize, DataSize.ofMegabytes(4));
    }
}
