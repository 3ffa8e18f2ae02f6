package fr.agora.search.query;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.search.index.Engine;
import fr.agora.search.index.IndexSettings;
import fr.agora.search.index.Indices;
import fr.agora.search.meaning.Meanings;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
import org.springframework.stereotype.Component;

/** One search over all kinds. */
@Component
public class Searches {

    /** How many of those found by words are ranked anew with those found by meaning. */
    private static final int FUSED = 50;
    /** With fewer results than this, those that hold only some of the words are shown below. */
    private static final int FEW = 10;

    private final Engine engine;
    private final Acronyms acronyms;
    private final CursorSeal seal;
    private final Meanings meanings;
    private final String alias;
    private final String timeout;

    Searches(
            Engine engine,
            Acronyms acronyms,
            CursorSeal seal,
            Meanings meanings,
            Indices indices,
            IndexSettings settings) {
        this.seal = seal;
        this.meanings = meanings;
        this.engine = engine;
        this.acronyms = acronyms;
        this.alias = indices.alias();
        // the engine gives up a little before the connection does, and says so
        this.timeout = settings.searchTimeout().toMillis() * 9 / 10 + "ms";
    }

    /**
     * Finds what the asker may find.
     *
     * @throws ProblemException when the cursor is not of this question
     */
    public Results find(Question question, Asker asker, Detail detail) {
        var position = question.cursor() == null ? null : Position.decode(seal.checked(question.cursor()), question);
        var looking = looking(question, position);
        var phrasings = acronyms.phrasings(question.words());
        var exact = new Asking(question, asker, detail, phrasings, position, null, List.of());
        if (!question.hasWords()) {
            return results(exact, ask(exact));
        }
        var answer = ask(exact);
        var enough = position == null ? isEnough(question, answer) : !position.loose();
        if (enough) {
            var fused = fused(exact, looking);
            return results(fused, fused == exact ? answer : ask(fused));
        }
        var unknown = unknown(question, asker);
        var loose = fused(new Asking(question, asker, detail, phrasings, position, unknown, List.of()), looking);
        var widened = results(loose, ask(loose));
        return widened.meant(Corrections.of(question.words(), unknown, widened.hits()), matched(answer) == 0);
    }

    /** Some of a single word is all of it: where it was found, a second question finds the same. */
    private static boolean isEnough(Question question, SearchResponse<Source> answer) {
        return Objects.requireNonNull(answer.hits().total()).value() >= FEW
                || (WordsQuery.split(question.words()).size() == 1 && matched(answer) > 0);
    }

    /** Nothing to look for where words do not rank, nor further down a list that was made without. */
    private Meanings.Looking looking(Question question, @Nullable Position position) {
        var ranked = question.order() == Order.RELEVANCE && (position == null || position.fused());
        return meanings.near(ranked ? question.words() : "", Set.copyOf(question.chosen(Facet.KIND)));
    }

    private Asking fused(Asking asking, Meanings.Looking looking) {
        var near = looking.keys();
        return near.isEmpty() ? asking : asking.fused(Fusion.of(first(asking), near));
    }

    private List<String> first(Asking asking) {
        var question = asking.question();
        var answer = engine.search(client -> client.search(
                search -> {
                    search.index(alias)
                            .query(asking.query())
                            .size(FUSED)
                            .sort(question.order().sorts(question))
                            .timeout(timeout)
                            .trackTotalHits(hits -> hits.enabled(false))
                            .source(source -> source.fetch(false));
                    return question.chosen().isEmpty() ? search : search.postFilter(Asking.chosenBut(question, null));
                },
                Void.class));
        return answer.hits().hits().stream()
                .map(hit -> hit.sort().getLast().stringValue())
                .toList();
    }

    /** Ready to be kept for later: what this question finds, whoever asks. */
    public Query standing(Question question) {
        return Query.of(query -> query.bool(all -> {
            if (question.hasWords()) {
                all.filter(new WordsQuery(false).found(question.words()));
            }
            question.chosen().forEach((facet, values) -> all.filter(facet.filter(values)));
            return all;
        }));
    }

    private SearchResponse<Source> ask(Asking asking) {
        var answer = ask(asking.request(alias, timeout, true));
        // written before an upgrade, or by an older instance beside this one
        return FacetCounts.isJointPartial(answer.aggregations(), matched(answer))
                ? ask(asking.request(alias, timeout, false))
                : answer;
    }

    private SearchResponse<Source> ask(SearchRequest request) {
        var answer = engine.search(client -> client.search(request, Source.class));
        if (answer.timedOut()) {
            throw new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE);
        }
        return answer;
    }

    /** How many there are before anything is narrowed. */
    private static long matched(SearchResponse<Source> answer) {
        var counted = answer.aggregations().get(Asking.MATCHED);
        return counted == null
                ? Objects.requireNonNull(answer.hits().total()).value()
                : counted.filter().docCount();
    }

    /** A call of its own, so that the many questions with enough answers do not pay for it. */
    private List<String> unknown(Question question, Asker asker) {
        if (WordsQuery.doubtful(question.words()).isEmpty()) {
            return List.of();
        }
        var answer = engine.search(client -> client.search(
                search -> search.index(alias)
                        .query(asker.mayFind())
                        .size(0)
                        .timeout(timeout)
                        .trackTotalHits(hits -> hits.enabled(false))
                        .aggregations(Unknown.counting(question.words())),
                Void.class));
        return Unknown.among(question.words(), answer.aggregations());
    }

    private Results results(Asking asking, SearchResponse<Source> answer) {
        var question = asking.question();
        var found = answer.hits().hits();
        var hits = found.stream()
                .map(hit -> hit(question, hit, asking.detail() == Detail.EXPLAINED))
                .toList();
        var total = Objects.requireNonNull(answer.hits().total()).value();
        var next = found.size() < question.size()
                ? null
                : seal.signed(Position.after(
                                found.getLast().sort(),
                                asking.unknown() != null,
                                !asking.fused().isEmpty())
                        .encode(question));
        return new Results(total, hits, FacetCounts.of(question, answer.aggregations()), next, false, null);
    }

    private static Results.Hit hit(Question question, Hit<Source> hit, boolean explained) {
        var score = hit.score();
        var kilometres = question.order() == Order.DISTANCE
                ? Math.round(hit.sort().getFirst().doubleValue())
                : null;
        var reason =
                explained ? new Results.Reason(List.copyOf(hit.matchedQueries()), score == null ? 0 : score) : null;
        return Objects.requireNonNull(hit.source()).toHit(Highlights.safe(hit.highlight()), kilometres, reason);
    }
}
