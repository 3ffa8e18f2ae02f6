package fr.agora.search.query;

import fr.agora.search.catalogue.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.LongTermsBucket;

/** Reads the counts of a facet's values back. */
final class FacetCounts {

    private FacetCounts() {}

    static List<Results.Count> of(Facet facet, Aggregate counted, List<String> chosen) {
        Map<String, Results.Count> counts = new LinkedHashMap<>();
        var values = counted.isFilter()
                ? Objects.requireNonNull(counted.filter().aggregations().get(Facet.VALUES))
                : counted;
        if (facet == Facet.REMOTE_DAYS) {
            remoteDays(values, counts);
        } else if (values.isSterms()) {
            // a kind without a single entry that has the field counts nothing
            values.sterms()
                    .buckets()
                    .array()
                    .forEach(bucket -> add(counts, label(facet, bucket.key()), bucket.docCount()));
        }
        // what is chosen stays on screen, to be unchosen
        chosen.forEach(value -> counts.putIfAbsent(value, new Results.Count(value, value, 0)));
        return new ArrayList<>(counts.values());
    }

    private static Label label(Facet facet, String key) {
        return facet.isLabelled() ? Label.ofJoined(key) : new Label(key, key);
    }

    /** Each number of days with those who offer more. */
    private static void remoteDays(Aggregate values, Map<String, Results.Count> counts) {
        if (!values.isLterms()) {
            return;
        }
        var byDays = values.lterms().buckets().array();
        for (int days = 1; days <= Facet.MOST_REMOTE_DAYS; days++) {
            long least = days;
            long count = byDays.stream()
                    .filter(bucket -> days(bucket) >= least)
                    .mapToLong(bucket -> bucket.docCount())
                    .sum();
            if (count > 0) {
                var key = days + "+";
                add(counts, new Label(key, key), count);
            }
        }
    }

    private static long days(LongTermsBucket bucket) {
        return bucket.key().signed();
    }

    /** One code may come with two labels, while a new name makes its way through the facts. */
    private static void add(Map<String, Results.Count> counts, Label label, long count) {
        counts.merge(
                label.code(),
                new Results.Count(label.code(), label.label(), count),
                (one, other) -> new Results.Count(one.value(), one.label(), one.count() + other.count()));
    }
}
