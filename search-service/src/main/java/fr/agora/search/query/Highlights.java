package fr.agora.search.query;

import fr.agora.search.catalogue.WholeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** As HTML that holds nothing but {@code <mark>}: title and summary where something is marked, of the body passages. */
    static Map<String, List<String>> safe(Map<String, List<String>> highlights) {
        var marked = highlights.get(BODY);
        if (marked == null || marked.isEmpty()) {
            return Map.of();
        }
        var text = WholeText.parted(marked.getFirst());
        var safe = new HashMap<String, List<String>>();
        put(safe, "title", List.of(text.title()));
        put(safe, "summary", List.of(Objects.requireNonNull(text.summary())));
        put(safe, BODY, Passages.of(Objects.requireNonNull(text.body())));
        return safe;
    }

    private static void put(Map<String, List<String>> safe, String field, List<String> parts) {
        var marked = parts.stream()
                .filter(part -> part.contains(Marks.START))
                .map(Marks::html)
                .toList();
        if (!marked.isEmpty()) {
            safe.put(field, marked);
        }
    }
}
