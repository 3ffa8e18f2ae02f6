package fr.agora.search.query;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.index.Engine;
import fr.agora.search.index.IndexSettings;
import fr.agora.search.index.Indices;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Highlight;
import org.opensearch.client.opensearch.core.search.HighlighterOrder;
import org.springframework.stereotype.Component;

/** One search over all kinds. */
@Component
public class Searches {

    private static final String MATCHED = "matched";

    private final Engine engine;
    private final List<String> aliases;
    private final String timeout;
    private final Timer timer;

    Searches(Engine engine, Indices indices, IndexSettings settings, MeterRegistry metrics) {
        this.engine = engine;
        this.aliases = Arrays.stream(Kind.values()).map(indices::alias).toList();
        // the engine gives up a little before the connection does, and says so
        this.timeout = settings.searchTimeout().toMillis() * 9 / 10 + "ms";
        this.timer = metrics.timer("agora.index.searches");
    }

    /**
     * Finds what the asker may find.
     *
     * @throws ProblemException when the cursor is not of this question
     */
    public Results find(Question question, Asker asker) {
        var position = question.cursor() == null ? null : Position.decode(question.cursor(), question);
        var approximate = position != null && position.approximate();
        var answer = ask(question, asker, position, approximate);
        if (position == null && question.hasWords() && matched(answer) == 0) {
            approximate = true;
            answer = ask(question, asker, null, true);
        }
        return results(question, answer, approximate);
    }

    private SearchResponse<Source> ask(
            Question question, Asker asker, @Nullable Position position, boolean approximate) {
        var request = request(question, asker, position, approximate);
        var answer = Objects.requireNonNull(
                timer.record(() -> engine.search(client -> client.search(request, Source.class))));
        if (answer.timedOut()) {
            throw new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE);
        }
        return answer;
    }

    private SearchRequest request(Question question, Asker asker, @Nullable Position position, boolean approximate) {
        return SearchRequest.of(search -> {
            search.index(aliases)
                    .query(query(question, asker, approximate))
                    .size(question.size())
                    .sort(order(question))
                    .timeout(timeout)
                    .allowPartialSearchResults(false)
                    .trackTotalHits(hits -> hits.enabled(true))
                    .source(source -> source.filter(filter -> filter.includes(Source.FIELDS)));
            if (position == null) {
                search.from((question.page() - 1) * question.size());
            } else {
                search.searchAfter(position.values());
            }
            if (question.hasWords()) {
                // the kinds are indices of very different sizes: word frequencies are compared over all of them
                search.searchType(SearchType.DfsQueryThenFetch).highlight(highlight());
            }
            if (!question.chosen().isEmpty()) {
                search.postFilter(chosenBut(question, null));
            }
            search.aggregations(MATCHED, all -> all.filter(every -> every.matchAll(none -> none)));
            for (var facet : Facet.values()) {
                search.aggregations(facet.name(), facet.counting(chosenBut(question, facet)));
            }
            return search;
        });
    }

    private static Query query(Question question, Asker asker, boolean approximate) {
        if (!question.hasWords()) {
            return Query.of(query -> query.bool(all -> all.filter(asker.mayFind())));
        }
        var words = approximate ? WordsQuery.resembling(question.words()) : WordsQuery.exact(question.words());
        return Query.of(query -> query.bool(both -> both.must(words).filter(asker.mayFind())));
    }

    /** What the chosen values leave, those of one facet aside: its other values must stay countable. */
    private static Query chosenBut(Question question, @Nullable Facet aside) {
        return Query.of(query -> query.bool(all -> {
            question.chosen().forEach((facet, values) -> {
                if (facet != aside) {
                    all.filter(facet.filter(values));
                }
            });
            return all;
        }));
    }

    private static List<SortOptions> order(Question question) {
        var score = SortOptions.of(sort -> sort.score(by -> by.order(SortOrder.Desc)));
        var newest =
                SortOptions.of(sort -> sort.field(by -> by.field("publishedAt").order(SortOrder.Desc)));
        var key = SortOptions.of(sort -> sort.field(by -> by.field("key").order(SortOrder.Asc)));
        return List.of(score, newest, key);
    }

    private static Highlight highlight() {
        return Highlight.of(marks -> marks.preTags(Marks.START)
                .postTags(Marks.END)
                .order(HighlighterOrder.Score)
                .fields("title", whole -> whole.numberOfFragments(0))
                .fields("summary", whole -> whole.numberOfFragments(0))
                .fields("organizationNames", whole -> whole.numberOfFragments(0))
                .fields("body", parts -> parts.numberOfFragments(2).fragmentSize(160)));
    }

    private static long matched(SearchResponse<Source> answer) {
        return Objects.requireNonNull(answer.aggregations().get(MATCHED))
                .filter()
                .docCount();
    }

    private static Results results(Question question, SearchResponse<Source> answer, boolean approximate) {
        var found = answer.hits().hits();
        var hits = found.stream()
                .map(hit -> Objects.requireNonNull(hit.source()).toHit(safe(hit.highlight())))
                .toList();
        var total = Objects.requireNonNull(answer.hits().total()).value();
        var next = found.size() < question.size()
                ? null
                : Position.after(found.getLast().sort(), approximate).encode(question);
        var facets = new EnumMap<Facet, List<Results.Count>>(Facet.class);
        for (var facet : Facet.values()) {
            var counted = Objects.requireNonNull(answer.aggregations().get(facet.name()));
            facets.put(facet, FacetCounts.of(facet, counted.filter(), question.chosen(facet)));
        }
        return new Results(total, hits, facets, next, approximate);
    }

    private static Map<String, List<String>> safe(Map<String, List<String>> highlights) {
        var safe = new HashMap<String, List<String>>();
        highlights.forEach((field, parts) ->
                safe.put(field, parts.stream().map(Marks::html).toList()));
        return safe;
    }
}
