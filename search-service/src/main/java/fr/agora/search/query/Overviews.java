package fr.agora.search.query;

import fr.agora.search.catalogue.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What the home page shows: how much there is, and what is new. */
@Component
public class Overviews {

    /** Its figures depend on nothing but the kind of asker, so a few seconds of one answer serve everybody. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final int LATEST = 6;
    private static final int MOST_KEPT = 200;

    private final Searches searches;
    private final Clock clock;
    private final Map<Asker, Kept> kept = new ConcurrentHashMap<>();

    Overviews(Searches searches, Clock clock) {
        this.searches = searches;
        this.clock = clock;
    }

    public Overview of(Asker asker) {
        var known = kept.get(asker);
        if (known != null && known.until().isAfter(clock.instant())) {
            return known.overview();
        }
        var everything = searches.find(Question.all(Map.of(), 1), asker, Detail.PAGE);
        var overview = new Overview(everything.facets(), latest(Kind.OFFER, asker), latest(Kind.USE_CASE, asker));
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(asker, new Kept(overview, clock.instant().plus(FRESH)));
        return overview;
    }

    private List<Results.Hit> latest(Kind kind, Asker asker) {
        return searches.find(Question.all(Map.of(Facet.KIND, List.of(kind.code())), LATEST), asker, Detail.LIST)
                .hits();
    }

    private record Kept(Overview overview, Instant until) {}

    /** @param counts of everything, by facet */
    public record Overview(
            Map<Facet, List<Results.Count>> counts, List<Results.Hit> offers, List<Results.Hit> useCases) {}
}
