package fr.agora.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;

/**
 * One question as the engine is asked it.
 *
 * @param unknown words that stand nowhere; null while all words are asked for
 * @param fused keys in the order of words and meaning together, none for words alone
 */
record Asking(
        Question question,
        Asker asker,
        Detail detail,
        List<String> phrasings,
        @Nullable Position position,
        @Nullable List<String> unknown,
        List<String> fused) {

    /** How many there are before anything is narrowed. */
    static final String MATCHED = "matched";
    /** Of fused entries, far above the scores of words, and far enough apart. */
    private static final float HIGHEST = 1_000_000;

    private static final float STEP = 1_000;

    Asking fused(List<String> keys) {
        return new Asking(question, asker, detail, phrasings, position, unknown, keys);
    }

    /** @param jointly whether facets of few values are counted in one go, which an index of before knows nothing of */
    SearchRequest request(String alias, String timeout, boolean jointly) {
        return SearchRequest.of(search -> {
            search.index(alias)
                    .query(query())
                    .size(question.size())
                    .sort(question.order().sorts(question))
                    .timeout(timeout)
                    .allowPartialSearchResults(false)
                    // the order by relevance computes scores by itself; told of each hit, they are computed again
                    .trackScores(isExplained() && question.order() == Order.RELEVANCE)
                    .trackTotalHits(hits -> hits.enabled(true))
                    .source(source -> source.filter(filter -> filter.includes(Source.FIELDS)));
            if (position == null) {
                search.from((question.page() - 1) * question.size());
            } else {
                search.searchAfter(position.values(question.order()));
            }
            if (question.hasWords() && detail != Detail.LIST) {
                search.highlight(Highlights.asked(phrasings));
            }
            if (!question.chosen().isEmpty()) {
                search.postFilter(chosenBut(question, null));
                search.aggregations(MATCHED, all -> all.filter(every -> every.matchAll(none -> none)));
            }
            if (detail != Detail.LIST) {
                counted(search, jointly);
            }
            return search;
        });
    }

    private void counted(SearchRequest.Builder search, boolean jointly) {
        if (jointly) {
            search.aggregations(
                    FacetCounts.JOINT,
                    Facet.countingJoint(question.chosen().isEmpty() ? null : chosenBut(question, null)));
        }
        for (var facet : Facet.values()) {
            if (facet.isCountedFor(question) && !(jointly && FacetCounts.isJoint(facet, question))) {
                search.aggregations(
                        facet.name(),
                        facet.counting(isNarrowedBesides(question, facet) ? chosenBut(question, facet) : null));
            }
        }
    }

    /** What the chosen values leave, those of one facet aside: its other values must stay countable. */
    static Query chosenBut(Question question, @Nullable Facet aside) {
        return Query.of(query -> query.bool(all -> {
            question.chosen().forEach((facet, values) -> {
                if (facet != aside) {
                    all.filter(facet.filter(values));
                }
            });
            return all;
        }));
    }

    private static boolean isNarrowedBesides(Question question, Facet aside) {
        return question.chosen().keySet().stream().anyMatch(facet -> facet != aside);
    }

    Query query() {
        if (!question.hasWords()) {
            return Query.of(query -> query.bool(all -> placed(all.filter(asker.mayFind()))));
        }
        var words = unknown == null
                ? new WordsQuery(isExplained()).exact(phrasings)
                : new WordsQuery(isExplained()).loose(phrasings, unknown);
        var ways = fused.isEmpty() ? words : inOrder(words, fused);
        return Query.of(query -> query.bool(all -> placed(all.must(ways).filter(asker.mayFind()))));
    }

    /** The fused ones first, in their order, then whatever else the words find. */
    private static Query inOrder(Query words, List<String> keys) {
        return Query.of(query -> query.bool(any -> {
            any.minimumShouldMatch("1").should(words);
            for (int rank = 0; rank < keys.size(); rank++) {
                var key = FieldValue.of(keys.get(rank));
                var score = HIGHEST - rank * STEP;
                any.should(one -> one.constantScore(fixed -> fixed.filter(
                                itself -> itself.term(term -> term.field("key").value(key)))
                        .boost(score)));
            }
            return any;
        }));
    }

    private boolean isExplained() {
        return detail == Detail.EXPLAINED;
    }

    private BoolQuery.Builder placed(BoolQuery.Builder all) {
        return question.order() == Order.DISTANCE
                ? all.filter(somewhere -> somewhere.exists(field -> field.field("place")))
                : all;
    }
}
