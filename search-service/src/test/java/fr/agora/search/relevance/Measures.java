package fr.agora.search.relevance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good one ranking is, or many on average.
 *
 * @param ndcg of the first ten judged results
 * @param strict of the first ten, the unjudged counted as wrong
 * @param recall share of what is relevant within the first fifty
 * @param reciprocal one over the rank of the first good result
 * @param empty share of rankings without any result
 */
record Measures(double ndcg, double strict, double recall, double reciprocal, double empty) {

    private static final int SHOWN = 10;
    private static final int LOOKED_AT = 50;
    private static final int GOOD = 2;

    static Measures of(List<String> ranked, Map<String, Integer> grades) {
        var ideal = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(SHOWN)
                .toList();
        var judged = ranked.stream()
                .filter(grades::containsKey)
                .limit(SHOWN)
                .map(grades::get)
                .toList();
        var shown = ranked.stream()
                .limit(SHOWN)
                .map(id -> grades.getOrDefault(id, 0))
                .toList();
        var best = ideal.isEmpty() ? 0 : ideal.getFirst();
        return new Measures(
                gain(judged) / gain(ideal),
                gain(shown) / gain(ideal),
                recall(ranked, grades),
                reciprocal(ranked, grades, Math.min(GOOD, best)),
                ranked.isEmpty() ? 1 : 0);
    }

    static Measures average(List<Measures> all) {
        return new Measures(
                mean(all, Measures::ndcg),
                mean(all, Measures::strict),
                mean(all, Measures::recall),
                mean(all, Measures::reciprocal),
                mean(all, Measures::empty));
    }

    private static double mean(List<Measures> all, ToDoubleFunction<Measures> part) {
        return all.stream().mapToDouble(part).average().orElse(0);
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int at = 0; at < grades.size(); at++) {
            gain += (Math.pow(2, grades.get(at)) - 1) / (Math.log(at + 2) / Math.log(2));
        }
        return gain;
    }

    private static double recall(List<String> ranked, Map<String, Integer> grades) {
        var relevant = grades.values().stream().filter(grade -> grade > 0).count();
        var found = ranked.stream()
                .limit(LOOKED_AT)
                .filter(id -> grades.getOrDefault(id, 0) > 0)
                .count();
        return (double) found / Math.max(1, Math.min(LOOKED_AT, relevant));
    }

    private static double reciprocal(List<String> ranked, Map<String, Integer> grades, int good) {
        for (int at = 0; at < ranked.size(); at++) {
            if (grades.getOrDefault(ranked.get(at), 0) >= good) {
                return 1.0 / (at + 1);
            }
        }
        return 0;
    }
}
