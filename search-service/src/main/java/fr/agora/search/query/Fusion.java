package fr.agora.search.query;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Two rankings made one by reciprocal ranks: what is high in either comes high, what is in both comes higher. */
final class Fusion {

    /** The usual constant: the first of one list does not outweigh a few places in both. */
    private static final double STEADY = 60;

    private Fusion() {}

    static List<String> of(List<String> byWords, List<String> byMeaning) {
        Map<String, Double> scores = new HashMap<>();
        add(byWords, scores);
        add(byMeaning, scores);
        var all = new LinkedHashSet<>(byWords);
        all.addAll(byMeaning);
        // stable: equals stand as the words had them
        return all.stream()
                .sorted((one, other) -> Double.compare(scores.getOrDefault(other, 0.0), scores.getOrDefault(one, 0.0)))
                .toList();
    }

    private static void add(List<String> ranking, Map<String, Double> scores) {
        for (int rank = 0; rank < ranking.size(); rank++) {
            scores.merge(ranking.get(rank), 1 / (STEADY + rank + 1), Double::sum);
        }
    }
}
