package fr.agora.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures alternatives turn and turn about, so that a noisy moment of the machine falls on all of them. */
final class Comparison {

    private final Options options;
    private final Visitors visitors;
    private final List<Part> parts;

    Comparison(Options options, Visitors visitors, List<Part> parts) {
        this.options = options;
        this.visitors = visitors;
        this.parts = parts;
    }

    /** Results in the order of the alternatives. */
    List<Measured> of(List<Alternative> alternatives) throws InterruptedException {
        List<Measured> results = alternatives.stream()
                .map(each -> new Measured(each.name(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>()))
                .toList();
        try (ClosedLoop loop = new ClosedLoop(options.connections(), visitors)) {
            for (Alternative each : alternatives) {
                loop.run(each.request(), options.warmUp());
            }
            for (int round = 0; round < options.rounds(); round++) {
                for (int i = 0; i < alternatives.size(); i++) {
                    // there and back again: whoever is first in one round is last in the next
                    int turn = round % 2 == 0 ? i : alternatives.size() - 1 - i;
                    measure(loop, alternatives.get(turn).request(), results.get(turn));
                }
            }
        }
        return results;
    }

    private void measure(ClosedLoop loop, Request request, Measured result) throws InterruptedException {
        Map<String, Duration> before = processorTimes();
        Round round = loop.run(request, options.round());
        processorTimes().forEach((name, after) -> {
            double micros = after.minus(before.getOrDefault(name, after)).toNanos() / 1e3;
            result.microsOfProcessor().merge(name, micros, Double::sum);
        });
        result.perSecond().add(round.perSecond());
        result.millis().addAll(round.millis());
    }

    private Map<String, Duration> processorTimes() {
        Map<String, Duration> times = new LinkedHashMap<>();
        parts.forEach(part -> times.put(part.name(), part.processorTime()));
        return times;
    }
}
