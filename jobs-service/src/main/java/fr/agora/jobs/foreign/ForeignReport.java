package fr.agora.jobs.foreign;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The report of an import, line by line as it goes: a line for each row that changed something or was refused. */
final class ForeignReport {

    /** What became of a row. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED,
        /** Over before it was ever taken here. */
        OVER,
        /** Gone from its source. */
        CLOSED
    }

    private final OutputStream out;
    private final ProblemTexts texts;
    private final Locale language;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<Outcome, Long> counts = new LinkedHashMap<>();

    ForeignReport(OutputStream out, ProblemTexts texts, Locale language) {
        this.out = out;
        this.texts = texts;
        this.language = language;
        for (Outcome each : Outcome.values()) {
            counts.put(each, 0L);
        }
    }

    void count(Outcome outcome) {
        counts.merge(outcome, 1L, Long::sum);
    }

    long of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** @param id absent where nothing was written */
    void row(long line, Outcome outcome, @Nullable String id) {
        count(outcome);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", line);
        row.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
        if (id != null) {
            row.put("id", id);
        }
        write(row);
    }

    Map<Outcome, Long> counts() {
        return Map.copyOf(counts);
    }

    void refused(long line, List<FieldProblem> reasons) {
        count(Outcome.REFUSED);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", line);
        row.put("outcome", "refused");
        row.put(
                "reasons",
                reasons.stream()
                        .map(reason -> Map.of("field", reason.field(), "message", texts.field(reason, language)))
                        .toList());
        write(row);
    }

    void summary() {
        Map<String, Long> summary = new LinkedHashMap<>();
        counts.forEach((outcome, count) -> summary.put(outcome.name().toLowerCase(Locale.ROOT), count));
        write(Map.of("summary", summary));
    }

    private void write(Map<String, ?> row) {
        try {
            out.write(json.writeValueAsBytes(row));
            out.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
