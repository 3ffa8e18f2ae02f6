package fr.agora.projects.datagouv;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How data.gouv.fr is asked.
 *
 * @param uri its address, such as {@code https://www.data.gouv.fr}; absent: never asked, links show without a card
 * @param apiKey of the account that publishes reuses; absent: only the dry run is offered
 * @param timeout of one question; default 2 s
 * @param maxSize of one answer; default 1 MB
 * @param fresh how long a card is good without asking again; default one day
 * @param patience how long an unanswered question is not asked again; default 5 minutes
 */
@ConfigurationProperties("agora.data-gouv")
record DataGouvSettings(
        @Nullable URI uri,
        @Nullable String apiKey,
        @Nullable Duration timeout,
        @Nullable DataSize maxSize,
        @Nullable Duration fresh,
        @Nullable Duration patience) {

    DataGouvSettings {
        timeout = timeout == null ? Duration.ofSeconds(2) : timeout;
        maxSize = maxSize == null ? DataSize.ofMegabytes(1) : maxSize;
        fresh = fresh == null ? Duration.ofDays(1) : fresh;
        patience = patience == null ? Duration.ofMinutes(5) : patience;
    }
}
