package fr.agora.search.query;

import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.TextQueryType;
import org.opensearch.client.opensearch._types.query_dsl.ZeroTermsQuery;

/** Turns typed words into a query: no syntax, nothing to escape. */
final class WordsQuery {

    /** Up to three words must all be there; of more, one may miss, then three in ten. */
    private static final String ALMOST_ALL = "3<-1 6<70%";

    private WordsQuery() {}

    /** Each word in some field, whichever: a title here, an organisation's name there. */
    static Query exact(String words) {
        return Query.of(query -> query.bool(both -> both.must(all -> all.multiMatch(match -> match.query(words)
                        .type(TextQueryType.CrossFields)
                        .fields("title^4", "summary^2", "organizationNames^2", "keywords^1.5", "body")
                        .minimumShouldMatch(ALMOST_ALL)
                        .zeroTermsQuery(ZeroTermsQuery.All)))
                .should(phrase -> phrase.matchPhrase(
                        match -> match.field("title").query(words).slop(1).boost(3f)))
                .should(same -> same.match(match -> match.field("title.exact")
                        .query(query1 -> query1.stringValue(words))
                        .boost(2f)))
                .should(acronym -> acronym.match(match -> match.field("acronym")
                        .query(query1 -> query1.stringValue(words))
                        .boost(8f)))));
    }

    /** The same words with letters missing, doubled or swapped; asked only where the exact ones find nothing. */
    static Query resembling(String words) {
        return Query.of(query -> query.match(match -> match.field("words")
                .query(typed -> typed.stringValue(words))
                .analyzer("french")
                .fuzziness("AUTO:4,8")
                .prefixLength(1)
                .maxExpansions(30)
                .minimumShouldMatch("2<-1 4<60%")));
    }
}
