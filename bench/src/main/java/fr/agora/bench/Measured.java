package fr.agora.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rounds of one alternative gave.
 *
 * @param perSecond answers a second, round by round
 * @param millis how long each answer took, all rounds together
 * @param microsOfProcessor what each part burnt meanwhile, all rounds together
 */
record Measured(String name, List<Double> perSecond, List<Double> millis, Map<String, Double> microsOfProcessor) {

    private static final double WORTH_SAYING = 0.03;

    Sample ratioTo(Measured other) {
        return Sample.ratios(perSecond, other.perSecond());
    }

    /** Microseconds of processor an answer took of each part, those that hardly took part left out. */
    Map<String, Double> microsAnAnswer() {
        double all = microsOfProcessor.values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        Map<String, Double> micros = new LinkedHashMap<>();
        microsOfProcessor.forEach((part, sum) -> {
            if (sum >= WORTH_SAYING * all) {
                micros.put(part, sum / millis.size());
            }
        });
        return micros;
    }
}
