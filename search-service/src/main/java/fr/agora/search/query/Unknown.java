package fr.agora.search.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;

/** The words that stand in nothing the asker may find: mistyped, most likely. */
final class Unknown {

    private Unknown() {}

    /** Counts the entries that hold each word. */
    static Map<String, Aggregation> counting(String words) {
        var each = new LinkedHashMap<String, Aggregation>();
        WordsQuery.doubtful(words)
                .forEach(word -> each.put(word, Aggregation.of(one -> one.filter(WordsQuery.known(word)))));
        return each;
    }

    static List<String> among(String words, Map<String, Aggregate> counts) {
        return WordsQuery.doubtful(words).stream()
                .filter(word ->
                        Objects.requireNonNull(counts.get(word)).filter().docCount() == 0)
                .toList();
    }
}
