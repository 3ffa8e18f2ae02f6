package fr.agora.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.TextQueryType;
import org.opensearch.client.opensearch._types.query_dsl.ZeroTermsQuery;

/**
 * Turns typed words into a query: no syntax, nothing to escape, and never more clauses than a few a word.
 *
 * @param named whether each clause has a name, by which a moderator is told why something was found; the engine asks
 *     every named clause of every result again, so nobody else pays for it
 */
record WordsQuery(boolean named) {

    /** Up to three words must all be there; of more, one may miss, then three in ten. */
    private static final String ALMOST_ALL = "3<-1 6<70%";

    private static final String HALF = "1<50%";
    private static final List<String> FIELDS =
            List.of("title^4", "strong^4", "summary^2", "organizationNames^2", "keywords^1.5", "body");
    /** The body holds title and summary as well, which weigh more on their own. */
    private static final List<String> ALL_IT_SAYS = List.of("body", "strong", "organizationNames", "keywords");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** A name in two or three words may be written as one: « signal conso ». */
    private static final int LONGEST_NAME = 3;

    private static final int SHORTEST_MISTAKE = 4;
    /** No word of ours is longer; what resembles two hundred letters takes seconds to find out. */
    private static final int LONGEST_MISTAKE = 40;

    private static final int MOST_MISTAKES = 8;
    /** Above any sum of the other clauses on real texts: what holds all words comes before what holds some. */
    private static final float ALL_WORDS_FIRST = 30;

    static List<String> split(String words) {
        return Arrays.stream(BETWEEN_WORDS.split(words))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The words that could hold a mistake: short ones resemble too much, long ones nothing. */
    static List<String> doubtful(String words) {
        return split(words).stream()
                .filter(word -> word.length() >= SHORTEST_MISTAKE && word.length() <= LONGEST_MISTAKE)
                .distinct()
                .limit(MOST_MISTAKES)
                .toList();
    }

    /** Each word in some field, whichever: a title here, an organisation's name there. */
    Query exact(List<String> phrasings) {
        return Query.of(query ->
                query.bool(both -> both.must(oneOf(phrasings, ALMOST_ALL)).should(closer(phrasings.getFirst()))));
    }

    /** What {@link #exact} finds, without what only ranks it. */
    Query found(String words) {
        return either(ways(ALL_IT_SAYS, words, ALMOST_ALL));
    }

    /** Some of the words, the unknown ones with letters missing, doubled or swapped; those with all words first. */
    Query loose(List<String> phrasings, List<String> unknown) {
        var words = phrasings.getFirst();
        var ways = new ArrayList<>(ways(words, HALF));
        ways.add(across(FIELDS, words, HALF, "french_words", "some-words"));
        // half of an organisation's spelt-out name is anybody's
        phrasings.stream().skip(1).forEach(other -> ways.add(lesser(either(ways(other, ALMOST_ALL)))));
        var some = either(ways);
        var must = unknown.isEmpty()
                ? some
                : anyOf(some, unknown.stream().map(this::resembling).toList());
        return Query.of(query -> query.bool(both -> both.must(must)
                .should(closer(words))
                .should(first -> first.constantScore(
                        all -> all.filter(oneOf(phrasings, ALMOST_ALL)).boost(ALL_WORDS_FIRST)))));
    }

    private @Nullable String name(String name) {
        return named ? name : null;
    }

    /** Whether a word stands anywhere: by its letters, but in a body, where its stem is all there is. */
    static Query known(String word) {
        return Query.of(query -> query.bool(any -> any.minimumShouldMatch("1")
                .should(in(word, "words", "keywords", "title.joined"))
                .should(body -> body.bool(only -> only.must(in(word, "body")).mustNot(in(word, "title", "summary"))))));
    }

    private static Query in(String word, String... fields) {
        return Query.of(query -> query.multiMatch(
                match -> match.query(word).fields(List.of(fields)).zeroTermsQuery(ZeroTermsQuery.All)));
    }

    private Query resembling(String word) {
        return Query.of(query -> query.match(match -> match.field("words")
                .query(typed -> typed.stringValue(word))
                .fuzziness("AUTO:4,8")
                .prefixLength(1)
                .maxExpansions(50)
                .boost(2f)
                .queryName(name("resembling"))));
    }

    private Query oneOf(List<String> phrasings, String required) {
        var ways = new ArrayList<>(ways(phrasings.getFirst(), required));
        phrasings.stream().skip(1).forEach(other -> ways.add(lesser(either(ways(other, required)))));
        return either(ways);
    }

    private List<Query> ways(String words, String required) {
        return ways(FIELDS, words, required);
    }

    private List<Query> ways(List<String> fields, String words, String required) {
        var across = across(fields, words, required, null, required.equals(HALF) ? "some-words" : "all-words");
        return split(words).size() > LONGEST_NAME ? List.of(across) : List.of(across, joined(words, 4));
    }

    private Query across(List<String> fields, String words, String required, @Nullable String analyzer, String name) {
        return Query.of(query -> query.multiMatch(match -> {
            match.query(words)
                    .type(TextQueryType.CrossFields)
                    .fields(fields)
                    .minimumShouldMatch(required)
                    .zeroTermsQuery(ZeroTermsQuery.All)
                    .queryName(name(name));
            return analyzer == null ? match : match.analyzer(analyzer);
        }));
    }

    private Query joined(String words, float boost) {
        return Query.of(query -> query.match(match -> match.field("title.joined")
                .query(typed -> typed.stringValue(words))
                .boost(boost)
                .queryName(name("joined"))));
    }

    /** What makes one entry with the words better than another. */
    private List<Query> closer(String words) {
        return List.of(
                phrase("title", words, 3),
                phrase("strong", words, 2),
                Query.of(query -> query.match(match -> match.field("title.exact")
                        .query(typed -> typed.stringValue(words))
                        .minimumShouldMatch(ALMOST_ALL)
                        .boost(2f)
                        .queryName(name("same-letters")))),
                Query.of(query -> query.match(match -> match.field("acronym")
                        .query(typed -> typed.stringValue(words))
                        .boost(8f)
                        .queryName(name("acronym")))),
                joined(words, 2));
    }

    private Query phrase(String field, String words, float boost) {
        return Query.of(query -> query.matchPhrase(
                match -> match.field(field).query(words).slop(1).boost(boost).queryName(name("phrase-" + field))));
    }

    /** What was not typed counts, but less: five words score more than the one they stand for. */
    private static Query lesser(Query way) {
        return Query.of(query -> query.bool(one -> one.must(way).boost(0.4f)));
    }

    private static Query either(List<Query> ways) {
        return Query.of(query -> query.disMax(best -> best.queries(ways)));
    }

    private static Query anyOf(Query some, List<Query> others) {
        return Query.of(
                query -> query.bool(any -> any.should(some).should(others).minimumShouldMatch("1")));
    }
}
