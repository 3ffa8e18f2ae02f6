package fr.agora.projects.albert;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How the assistant is asked.
 *
 * @param uri of an OpenAI-compatible API, without {@code /v1}; absent: the assistant is off
 * @param apiKey bearer token; absent: none is sent
 * @param chatModel name of the model that writes summaries
 * @param embeddingModel name of the model that turns texts into vectors
 * @param timeout of one question; default 8 s
 * @param maxSize of one answer; default 1 MB
 */
@ConfigurationProperties("agora.albert")
record AlbertSettings(
        @Nullable URI uri,
        @Nullable String apiKey,
        String chatModel,
        String embeddingModel,
        Duration timeout,
        DataSize maxSize) {

    AlbertSettings {
        chatModel = Objects.requireNonNullElse(chatModel, "albert-large");
        embeddingModel = Objects.requireNonNullElse(embeddingModel, "embeddings-small");
        timeout = Objects.requireNonNullElse(timeout, Duration.ofSeconds(8));
        maxSize = Objects.requireNonNullElse(maxSize, DataSize.ofMegabytes(1));
    }
}
