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
 * @param approximate whether nothing holds all the words, so that what is here only comes close
 * @param meant the same question with mistyped words put right, null where none was found
 */
public record Results(
        long total,
        List<Hit> hits,
        Map<Facet, List<Count>> facets,
        @Nullable String next,
        boolean approximate,
        @Nullable String meant) {

    Results meant(@Nullable String corrected, boolean onlyClose) {
        return new Results(total, hits, facets, next, onlyClose, corrected);
    }

    /**
     * One entry found.
     *
     * @param highlights by field, safe HTML with {@code <mark>}
     * @param card what else is shown on it
     * @param kilometres from where the question is asked, null when it is asked from nowhere
     * @param reason why it was found and stands where it does, for moderators who ask; null for everybody else
     */
    public record Hit(
            Kind kind,
            String id,
            String title,
            String url,
            @Nullable String summary,
            Map<String, List<String>> highlights,
            @Nullable Instant publishedAt,
            Map<String, Object> card,
            @Nullable Long kilometres,
            @Nullable Reason reason) {}

    /**
     * Names of the clauses that found a hit.
     *
     * @param score what they add up to
     */
    public record Reason(List<String> clauses, double score) {}

    /**
     * How many are found under a value.
     *
     * @param label its words in French where the facts bring them, else the value
     */
    public record Count(String value, String label, long count) {}
}
