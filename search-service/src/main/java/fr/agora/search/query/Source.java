package fr.agora.search.query;

import fr.agora.search.catalogue.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is read back of an indexed entry. */
record Source(
        String kind,
        String id,
        String title,
        @Nullable String summary,
        String url,
        @Nullable Instant publishedAt,
        @Nullable Map<String, Object> card) {

    static final List<String> FIELDS = List.of("kind", "id", "title", "summary", "url", "publishedAt", "card");

    Results.Hit toHit(
            Map<String, List<String>> highlights, @Nullable Long kilometres, Results.@Nullable Reason reason) {
        return new Results.Hit(
                Kind.ofCode(kind).orElseThrow(),
                id,
                title,
                url,
                summary,
                highlights,
                publishedAt,
                card == null ? Map.of() : card,
                kilometres,
                reason);
    }
}
