package fr.agora.search.api;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.query.Detail;
import fr.agora.search.query.Facet;
import fr.agora.search.query.FacetLabels;
import fr.agora.search.query.Neighbours;
import fr.agora.search.query.Question;
import fr.agora.search.query.Results;
import fr.agora.search.query.Searches;
import fr.agora.search.query.Suggestions;
import fr.agora.search.reader.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search for programs. */
@RestController
@RequestMapping("/api/search")
class SearchApi {

    private static final Set<String> OTHERS =
            Set.of("q", "page", "size", "cursor", "sort", "near", "explain", "only", "lang");
    private static final String ONLY_HITS = "hits";
    private static final int USUAL_NEIGHBOURS = 6;
    private static final int MOST_NEIGHBOURS = 20;

    private final Searches searches;
    private final Suggestions suggestions;
    private final Neighbours neighbours;
    private final Readers readers;
    private final FacetLabels labels;
    private final MessageSource messages;

    SearchApi(
            Searches searches,
            Suggestions suggestions,
            Neighbours neighbours,
            Readers readers,
            FacetLabels labels,
            MessageSource messages) {
        this.searches = searches;
        this.suggestions = suggestions;
        this.neighbours = neighbours;
        this.readers = readers;
        this.labels = labels;
        this.messages = messages;
    }

    @GetMapping
    @Operation(
            summary = "Search over everything published, narrowed by facets; hidden and absent look the same",
            description =
                    "Facets, each repeatable: kind, ministry, territory, skill, theme, remoteDays; of offers contract,"
                            + " family, seniority, salary; of use cases phase, replicability; of bricks blockKind, access; of members community; of"
                            + " organisations organizationKind. sort is relevance, date or distance (with near=COM-69123)."
                            + " explain=true tells moderators why each hit was found; only=hits leaves out highlights and"
                            + " facets, for whoever wants the list alone and wants it sooner.")
    Answer search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String near,
            @RequestParam(defaultValue = "false") boolean explain,
            @RequestParam(required = false) @Nullable String only,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> all,
            Optional<CurrentUser> user,
            Locale language) {
        if (explain && !user.map(CurrentUser::isModerator).orElse(false)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        var question = Question.of(q, facets(all), page, size, cursor, sort, near);
        return answer(searches.find(question, readers.present(), detail(explain, only)), language);
    }

    private static Detail detail(boolean explained, @Nullable String only) {
        if (only == null || only.isEmpty()) {
            return explained ? Detail.EXPLAINED : Detail.PAGE;
        }
        if (explained || !only.equals(ONLY_HITS)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "only");
        }
        return Detail.LIST;
    }

    /** A facet nobody has is told, not passed over: the caller would take the answer for a narrowed one. */
    private static Map<Facet, @Nullable List<String>> facets(MultiValueMap<String, String> all) {
        var chosen = new EnumMap<Facet, @Nullable List<String>>(Facet.class);
        all.forEach((name, values) -> Facet.ofParameter(name)
                .ifPresentOrElse(facet -> chosen.put(facet, values), () -> {
                    if (!OTHERS.contains(name)) {
                        throw new ProblemException(CommonProblem.INVALID_PARAMETER, bounded(name));
                    }
                }));
        return chosen;
    }

    private static String bounded(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    @GetMapping("/suggestions")
    @Operation(summary = "Titles that begin like q")
    Suggested suggest(@RequestParam String q) {
        return new Suggested(suggestions.of(q, readers.present()));
    }

    @GetMapping("/neighbours")
    @Operation(summary = "What is close to an entry, the closest first")
    Near neighbours(
            @RequestParam String kind,
            @RequestParam String id,
            @RequestParam(required = false) @Nullable Integer size) {
        var known = Kind.ofCode(kind).orElseThrow(() -> new ProblemException(CommonProblem.INVALID_PARAMETER, "kind"));
        var most = size == null ? USUAL_NEIGHBOURS : size;
        if (most < 1 || most > MOST_NEIGHBOURS) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "size");
        }
        return new Near(neighbours.of(known, id, most, readers.present()).stream()
                .map(hit -> Hit.of(hit, null))
                .toList());
    }

    private Answer answer(Results results, Locale language) {
        var facets = new LinkedHashMap<String, List<Results.Count>>();
        results.facets()
                .forEach((facet, counts) -> facets.put(
                        facet.parameter(),
                        counts.stream()
                                .map(count -> labels.named(facet, count, language))
                                .toList()));
        var hits = results.hits().stream()
                .map(hit -> Hit.of(hit, reasons(hit, language)))
                .toList();
        return new Answer(results.total(), hits, facets, results.next(), results.approximate(), results.meant());
    }

    private @Nullable Why reasons(Results.Hit hit, Locale language) {
        var reason = hit.reason();
        return reason == null
                ? null
                : new Why(
                        reason.score(),
                        reason.clauses().stream()
                                .map(clause -> messages.getMessage("explain." + clause, null, clause, language))
                                .distinct()
                                .toList());
    }

    record Answer(
            long total,
            List<Hit> hits,
            Map<String, List<Results.Count>> facets,
            @Nullable String next,
            boolean approximate,
            @Nullable String didYouMean) {}

    record Hit(
            String kind,
            String id,
            String title,
            String url,
            @Nullable String summary,
            Map<String, List<String>> highlights,
            @Nullable Long kilometres,
            @Nullable Why why) {

        static Hit of(Results.Hit hit, @Nullable Why why) {
            return new Hit(
                    hit.kind().code(),
                    hit.id(),
                    hit.title(),
                    hit.url(),
                    hit.summary(),
                    hit.highlights(),
                    hit.kilometres(),
                    why);
        }
    }

    record Why(double score, List<String> reasons) {}

    record Suggested(List<Suggestions.Suggestion> items) {}

    record Near(List<Hit> items) {}
}
