package fr.agora.search.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.Highlight;

/** Where the words stand, in the hits of the page asked for only. */
final class Highlights {

    private static final String BODY = "body";

    private Highlights() {}

    static Highlight asked(List<String> phrasings) {
        return Highlight.of(marks -> marks.preTags(Marks.START)
                .postTags(Marks.END)
                // what found an entry has a dozen clauses; to mark its words, the words are enough
                .highlightQuery(words(phrasings))
                // the three are analysed alike: words looked for in one of them are marked in all
                .requireFieldMatch(false)
                .fields("title", whole -> whole.numberOfFragments(0))
                .fields("summary", whole -> whole.numberOfFragments(0))
                .fields(BODY, whole -> whole.numberOfFragments(0)));
    }

    private static Query words(List<String> phrasings) {
        var ways = new ArrayList<Query>();
        // the words typed wherever they stand, what they stand for as a whole only
        ways.add(anywhere(phrasings.getFirst(), "french_words"));
        phrasings.forEach(words -> ways.add(anywhere(words, null)));
        return Query.of(query -> query.disMax(any -> any.queries(ways)));
    }

    private static Query anywhere(String words, @Nullable String analyzer) {
        return Query.of(query -> query.match(match -> {
            match.field(BODY).query(typed -> typed.stringValue(words));
            return analyzer == null ? match : match.analyzer(analyzer);
        }));
    }

    /** As HTML that holds nothing but {@code <mark>}, of the body its best passages. */
    static Map<String, List<String>> safe(Map<String, List<String>> highlights) {
        var safe = new HashMap<String, List<String>>();
        highlights.forEach((field, whole) -> {
            var parts = field.equals(BODY) ? whole.stream().map(Passages::of).flatMap(List::stream) : whole.stream();
            safe.put(field, parts.map(Marks::html).toList());
        });
        return safe;
    }
}
