package fr.agora.search.query;

import fr.agora.search.catalogue.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total all of it, not only this page
 * @param facets counts of each facet's values, each counted as if nothing of that facet were chosen
 * @param next cursor of what follows, null at the end
 * @param approximate whether the words were only found with other letters
 */
public record Results(
        long total,
        List<Hit> hits,
        Map<Facet, List<Count>> facets,
        @Nullable String next,
        boolean approximate) {

    /**
     * One entry found.
     *
     * @param highlights by field, safe HTML with {@code <mark>}
     * @param card what else is shown on it
     */
    public record Hit(
            Kind kind,
            String id,
            String title,
            String url,
            @Nullable String summary,
            Map<String, List<String>> highlights,
            @Nullable Instant publishedAt,
            Map<String, Object> card) {}

    /**
     * How many are found under a value.
     *
     * @param label its words in French where the facts bring them, else the value
     */
    public record Count(String value, String label, long count) {}
}
