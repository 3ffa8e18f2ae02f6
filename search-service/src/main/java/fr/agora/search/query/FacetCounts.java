package fr.agora.search.query;

import fr.agora.search.catalogue.JointFacets;
import fr.agora.search.catalogue.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;

/** Reads the counts of all facets' values back. */
final class FacetCounts {

    /** Those of facets of few values, together. */
    static final String JOINT = "joint";

    private FacetCounts() {}

    /** Narrowed by what is chosen of itself, a facet's other values could not be counted with all the rest. */
    static boolean isJoint(Facet facet, Question question) {
        return facet.isJoint() && question.chosen(facet).isEmpty();
    }

    /**
     * Whether something was counted that is not held so, as before an upgrade or by an older instance beside this one:
     * everything has one kind.
     *
     * @param found how many entries there were to count where nothing narrows them
     */
    static boolean isJointPartial(Map<String, Aggregate> counted, long found) {
        var joint = counted.get(JOINT);
        return joint != null
                && values(joint).stream()
                                .filter(value -> JointFacets.facet(value.key()).equals(Facet.KIND.parameter()))
                                .mapToLong(Value::count)
                                .sum()
                        < (joint.isFilter() ? joint.filter().docCount() : found);
    }

    static Map<Facet, List<Results.Count>> of(Question question, Map<String, Aggregate> counted) {
        var joint = counted.containsKey(JOINT)
                ? values(Objects.requireNonNull(counted.get(JOINT))).stream()
                        .collect(Collectors.groupingBy(value -> JointFacets.facet(value.key())))
                : Map.<String, List<Value>>of();
        var facets = new EnumMap<Facet, List<Results.Count>>(Facet.class);
        for (var facet : Facet.values()) {
            var own = counted.get(facet.name());
            if (own != null) {
                facets.put(facet, counts(facet, values(own), question.chosen(facet)));
            } else if (counted.containsKey(JOINT) && isJoint(facet, question)) {
                var values = joint.getOrDefault(facet.parameter(), List.of()).stream()
                        .limit(Facet.MOST_VALUES)
                        .map(value -> new Value(JointFacets.value(value.key()), value.count()))
                        .toList();
                facets.put(facet, counts(facet, values, List.of()));
            }
        }
        return facets;
    }

    private static List<Results.Count> counts(Facet facet, List<Value> values, List<String> chosen) {
        Map<String, Results.Count> counts = new LinkedHashMap<>();
        if (facet == Facet.REMOTE_DAYS) {
            remoteDays(values, counts);
        } else {
            values.forEach(value -> add(counts, label(facet, value.key()), value.count()));
        }
        // what is chosen stays on screen, to be unchosen
        chosen.forEach(value -> counts.putIfAbsent(value, new Results.Count(value, value, 0)));
        return new ArrayList<>(counts.values());
    }

    /** A kind without a single entry that has the field has no values at all. */
    private static List<Value> values(Aggregate counted) {
        var values = counted.isFilter()
                ? Objects.requireNonNull(counted.filter().aggregations().get(Facet.VALUES))
                : counted;
        if (values.isSterms()) {
            return values.sterms().buckets().array().stream()
                    .map(bucket -> new Value(bucket.key(), bucket.docCount()))
                    .toList();
        }
        if (values.isLterms()) {
            return values.lterms().buckets().array().stream()
                    .map(bucket -> new Value(Long.toString(bucket.key().signed()), bucket.docCount()))
                    .toList();
        }
        return List.of();
    }

    private static Label label(Facet facet, String key) {
        return facet.isLabelled() ? Label.ofJoined(key) : new Label(key, key);
    }

    /** Each number of days with those who offer more. */
    private static void remoteDays(List<Value> byDays, Map<String, Results.Count> counts) {
        for (int days = 1; days <= Facet.MOST_REMOTE_DAYS; days++) {
            int least = days;
            long count = byDays.stream()
                    .filter(value -> Integer.parseInt(value.key()) >= least)
                    .mapToLong(Value::count)
                    .sum();
            if (count > 0) {
                var key = days + "+";
                add(counts, new Label(key, key), count);
            }
        }
    }

    /** One code may come with two labels, while a new name makes its way through the facts. */
    private static void add(Map<String, Results.Count> counts, Label label, long count) {
        counts.merge(
                label.code(),
                new Results.Count(label.code(), label.label(), count),
                (one, other) -> new Results.Count(one.value(), one.label(), one.count() + other.count()));
    }

    private record Value(String key, long count) {}
}
