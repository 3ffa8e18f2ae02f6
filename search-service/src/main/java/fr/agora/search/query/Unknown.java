package fr.agora.search.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;

/** The words that stand in nothing the asker may find: mistyped, most likely. */
final class Unknown {

    private static final String READABLE = "readable";

    private Unknown() {}

    /** Counts the entries that hold each word, in the same call as the search. */
    static Aggregation counting(String words, Asker asker) {
        return Aggregation.of(all -> all.global(every -> every)
                .aggregations(
                        READABLE, readable -> readable.filter(asker.mayFind()).aggregations(each(words))));
    }

    private static Map<String, Aggregation> each(String words) {
        var each = new java.util.LinkedHashMap<String, Aggregation>();
        WordsQuery.doubtful(words)
                .forEach(word -> each.put(word, Aggregation.of(one -> one.filter(WordsQuery.known(word)))));
        return each;
    }

    static List<String> among(String words, @Nullable Map<String, Aggregate> everything) {
        if (everything == null) {
            return List.of();
        }
        var counts = Objects.requireNonNull(everything.get(READABLE)).filter().aggregations();
        return WordsQuery.doubtful(words).stream()
                .filter(word ->
                        Objects.requireNonNull(counts.get(word)).filter().docCount() == 0)
                .toList();
    }
}
