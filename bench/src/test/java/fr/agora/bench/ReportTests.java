package fr.agora.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTests {

    @TempDir
    Path folder;

    private final Measured direct =
            new Measured("directly", List.of(100.0, 200.0), List.of(1.0, 2.0, 3.0, 4.0), Map.of("jobs", 400.0));
    private final Measured through = new Measured(
            "through the gateway", List.of(50.0, 80.0), List.of(5.0, 6.0), Map.of("gateway", 300.0, "broker", 1.0));

    @Test
    void theTableIsAlignedAndGrouped() {
        Report report = new Report();
        Rows rows = new Rows(report, "Gateway hop");
        rows.ratio("gateway / service", through.ratioTo(direct));
        rows.load(direct);
        report.add("Start", "the last ./agora up", 41.2, "s", "");

        assertThat(report.table())
                .containsExactly(
                        "",
                        "Gateway hop",
                        "  gateway / service         0.45 ratio  median of 2 pairs, 0.40 to 0.50",
                        "  directly                   150 /s     p50 2.00 ms, p99 4.00 ms; µs of CPU an answer: jobs 100",
                        "",
                        "Start",
                        "  the last ./agora up       41.2 s");
    }

    @Test
    void aPartThatHardlyTookPartIsNotNamed() {
        assertThat(through.microsAnAnswer()).containsExactly(Map.entry("gateway", 150.0));
    }

    @Test
    void theFileHoldsTheNumbersAndTheirCircumstances() throws IOException {
        Report report = new Report();
        report.add("Start", "the last ./agora up", 41.2, "s", "");
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:30:00Z"), ZoneOffset.UTC);

        Circumstances.here(Options.of(), clock).write(report, folder.resolve("bench.json"));

        JsonNode file = JsonMapper.shared().readTree(Files.readString(folder.resolve("bench.json")));
        assertThat(file.path("at").asString()).isEqualTo("2026-11-23T09:30:00Z");
        assertThat(file.path("cores").asInt()).isPositive();
        assertThat(file.at("/rows/0/value").asDouble()).isEqualTo(41.2);
    }

    @Test
    void theLastStartIsTheOneThatCounts() throws IOException {
        Path log = folder.resolve("agora.log");
        Files.writeString(log, """
                Agora is ready (93.4 s).
                Agora is stopped (2.1 s).
                Agora is ready (41.2 s).
                """);

        assertThat(MemoryMeasure.lastStart(log)).hasValue(41.2);
        assertThat(MemoryMeasure.lastStart(folder.resolve("none.log"))).isEmpty();
    }

    @Test
    void aTrialIsTimedFromWhenItWasDue() {
        Trial trial = new Trial("off_1", "bidorak");
        assertThat(trial.isAwaited()).isFalse();

        trial.due(1_000_000_000L);
        trial.found(1_250_000_000L);
        trial.found(9_000_000_000L);

        assertThat(trial.millisUntilFound()).hasValue(250);
        assertThat(trial.millisUntilAnswered()).isEmpty();
    }
}
