package fr.agora.search.query;

import fr.agora.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search for programs. */
@RestController
@RequestMapping("/api/search")
class SearchApi {

    private final Searches searches;
    private final Suggestions suggestions;
    private final FacetLabels labels;

    SearchApi(Searches searches, Suggestions suggestions, FacetLabels labels) {
        this.searches = searches;
        this.suggestions = suggestions;
        this.labels = labels;
    }

    @GetMapping
    @Operation(summary = "Search over everything published, narrowed by facets; hidden and absent look the same")
    Answer search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable List<String> ministry,
            @RequestParam(required = false) @Nullable List<String> territory,
            @RequestParam(required = false) @Nullable List<String> skill,
            @RequestParam(required = false) @Nullable List<String> theme,
            @RequestParam(required = false) @Nullable List<String> remoteDays,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String cursor,
            Optional<CurrentUser> user,
            Locale language) {
        var chosen = new EnumMap<Facet, @Nullable List<String>>(Facet.class);
        chosen.put(Facet.KIND, kind);
        chosen.put(Facet.MINISTRY, ministry);
        chosen.put(Facet.TERRITORY, territory);
        chosen.put(Facet.SKILL, skill);
        chosen.put(Facet.THEME, theme);
        chosen.put(Facet.REMOTE_DAYS, remoteDays);
        var question = Question.of(q, chosen, page, size, cursor);
        return answer(searches.find(question, Asker.of(user.isPresent())), language);
    }

    @GetMapping("/suggestions")
    @Operation(summary = "Titles that begin like q")
    Suggested suggest(@RequestParam String q, Optional<CurrentUser> user) {
        return new Suggested(suggestions.of(q, Asker.of(user.isPresent())));
    }

    private Answer answer(Results results, Locale language) {
        var facets = new LinkedHashMap<String, List<Results.Count>>();
        results.facets()
                .forEach((facet, counts) -> facets.put(
                        facet.parameter(),
                        counts.stream()
                                .map(count -> labels.named(facet, count, language))
                                .toList()));
        var hits = results.hits().stream().map(Hit::of).toList();
        return new Answer(results.total(), hits, facets, results.next(), results.approximate());
    }

    record Answer(
            long total,
            List<Hit> hits,
            Map<String, List<Results.Count>> facets,
            @Nullable String next,
            boolean approximate) {}

    record Hit(
            String kind,
            String id,
            String title,
            String url,
            @Nullable String summary,
            Map<String, List<String>> highlights) {

        static Hit of(Results.Hit hit) {
            return new Hit(hit.kind().code(), hit.id(), hit.title(), hit.url(), hit.summary(), hit.highlights());
        }
    }

    record Suggested(List<Suggestions.Suggestion> items) {}
}
