package fr.agora.bench;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the lines that comparisons have in common. */
record Rows(Report report, String group) {

    void ratio(String what, Sample ratios) {
        String spread = String.format(
                Locale.ROOT, "median of %d pairs, %.2f to %.2f", ratios.size(), ratios.min(), ratios.max());
        report.add(group, what, ratios.median(), "ratio", spread);
    }

    void load(Measured measured) {
        Sample millis = Sample.of(measured.millis());
        String processor = measured.microsAnAnswer().entrySet().stream()
                .map(each -> each.getKey() + " " + Report.number(each.getValue()))
                .collect(Collectors.joining(", "));
        report.add(
                group,
                measured.name(),
                Sample.of(measured.perSecond()).median(),
                "/s",
                String.format(
                        Locale.ROOT,
                        "p50 %s ms, p99 %s ms; µs of CPU an answer: %s",
                        Report.number(millis.percentile(50)),
                        Report.number(millis.percentile(99)),
                        processor));
    }
}
