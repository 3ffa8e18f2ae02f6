package fr.agora.bench;

import java.util.Arrays;
import java.util.List;

/** Measured values in order of size: read by their middle and their ends, since a mean believes every outlier. */
final class Sample {

    private final double[] ordered;

    private Sample(double[] ordered) {
        this.ordered = ordered;
    }

    static Sample of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A sample has at least one value");
        }
        double[] ordered = values.clone();
        Arrays.sort(ordered);
        return new Sample(ordered);
    }

    static Sample of(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Each value over the one measured beside it. */
    static Sample ratios(List<Double> values, List<Double> beside) {
        if (values.size() != beside.size()) {
            throw new IllegalArgumentException("Pairs are needed: " + values.size() + " != " + beside.size());
        }
        double[] ratios = new double[values.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = values.get(i) / beside.get(i);
        }
        return of(ratios);
    }

    double median() {
        int middle = ordered.length / 2;
        return ordered.length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }

    /** The smallest value that {@code percent} of the values do not exceed. */
    double percentile(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("A percentile lies above 0 and up to 100: " + percent);
        }
        return ordered[(int) Math.ceil(percent / 100 * ordered.length) - 1];
    }

    double min() {
        return ordered[0];
    }

    double max() {
        return ordered[ordered.length - 1];
    }

    int size() {
        return ordered.length;
    }
}
