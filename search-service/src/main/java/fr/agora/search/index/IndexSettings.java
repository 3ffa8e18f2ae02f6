package fr.agora.search.index;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index is and how long its answers are waited for.
 *
 * @param uri OpenSearch's address ({@code AGORA_INDEX_URI})
 * @param prefix first word of every index and alias name, for engines shared with others
 * @param connectTimeout to open a connection
 * @param searchTimeout for one search, after which the reader is told to try again
 * @param writeTimeout for one batch of changes, or one change of an index's definition
 * @param retry pause between two attempts to prepare an index that is away
 * @param targets how long the list of the indices to write into is believed; a rebuild waits at least twice that long
 *     before it asks for the replay, so that every instance feeds the new index by then
 */
@ConfigurationProperties("agora.index")
public record IndexSettings(
        @DefaultValue("http://127.0.0.1:9200") URI uri,
        @DefaultValue("agora") String prefix,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration searchTimeout,
        @DefaultValue("20s") Duration writeTimeout,
        @DefaultValue("2s") Duration retry,
        @DefaultValue("1s") Duration targets) {}
