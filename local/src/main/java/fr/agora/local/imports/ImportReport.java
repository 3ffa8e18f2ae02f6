package fr.agora.local.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the report of one batch: a line for each entry that changed or was refused, and a summary at the end. */
final class ImportReport {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ImportReport() {}

    static ImportSummary read(String report, Batch batch) throws IOException {
        return read(report, batch::lineInFile);
    }

    /** The report of a file that was sent as it is: its lines are those of the file. */
    static ImportSummary readWhole(String report) throws IOException {
        return read(report, line -> line);
    }

    private static ImportSummary read(String report, IntToLongFunction lineInFile) throws IOException {
        List<ImportSummary.Refusal> refusals = new ArrayList<>();
        JsonNode summary = JSON.missingNode();
        for (String line : report.lines().filter(line -> !line.isBlank()).toList()) {
            JsonNode row = parse(line);
            if (!row.has("line")) {
                summary = row.path("summary").isObject() ? row.path("summary") : row;
            } else if (row.path("outcome").asString("").equals("refused")) {
                refusals.add(refusal(row, lineInFile));
            }
        }
        if (!summary.has("refused")) {
            throw new IOException("The report of the import has no summary: the service stopped in the middle of it");
        }
        return new ImportSummary(
                summary.path("created").asLong(0),
                summary.path("updated").asLong(0),
                summary.path("unchanged").asLong(0),
                summary.path("refused").asLong(0),
                refusals);
    }

    private static JsonNode parse(String line) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JacksonException notJson) {
            throw new IOException("The answer to the import is no report: " + abridged(line), notJson);
        }
    }

    private static ImportSummary.Refusal refusal(JsonNode row, IntToLongFunction lineInFile) {
        String reason = row.path("reasons")
                .valueStream()
                .map(each -> each.path("field").asString("") + ": "
                        + each.path("message").asString(""))
                .collect(Collectors.joining("; "));
        return new ImportSummary.Refusal(
                lineInFile.applyAsLong(row.path("line").asInt(0)), reason.isEmpty() ? "no reason given" : reason);
    }

    private static String abridged(String line) {
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }
}
