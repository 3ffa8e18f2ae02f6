package fr.agora.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs an import entry by entry in constant memory. The report is NDJSON: one line for each entry that was not
 * unchanged, then a summary.
 */
public final class LineImport {

    public static final String NDJSON = "application/x-ndjson";
    private static final Logger log = LoggerFactory.getLogger(LineImport.class);

    private final JsonMapper json;
    private final ProblemTexts texts;

    LineImport(JsonMapper json, ProblemTexts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** Where the lines of a report go, one by one. */
    @FunctionalInterface
    public interface RowSink {
        void write(ImportRow row) throws IOException;
    }

    /** Imports a body of NDJSON. */
    public void run(HttpServletRequest request, HttpServletResponse response, LineImporter importer)
            throws IOException {
        run(request, response, new NdjsonEntries(request.getInputStream(), json), importer);
    }

    /**
     * Reads all entries, then answers the report: a client that writes everything before it reads must not block us on
     * a full socket, hence the report waits in a file.
     */
    public void run(
            HttpServletRequest request, HttpServletResponse response, ImportEntries entries, LineImporter importer)
            throws IOException {
        Path report = Files.createTempFile("import-report", ".ndjson");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(report))) {
                run(entries, out, importer, ProblemTexts.preferred(request));
            }
            response.setContentType(NDJSON);
            response.setContentLengthLong(Files.size(report));
            Files.copy(report, response.getOutputStream());
        } catch (BodyTooLarge tooLarge) {
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
        } finally {
            Files.deleteIfExists(report);
        }
    }

    void run(InputStream body, OutputStream report, LineImporter importer, Locale language) throws IOException {
        run(new NdjsonEntries(body, json), report, importer, language);
    }

    private void run(ImportEntries entries, OutputStream report, LineImporter importer, Locale language)
            throws IOException {
        ImportCounts counts = run(entries, importer, language, row -> write(report, row));
        write(report, Map.of("summary", counts));
    }

    /** Imports all entries and hands over the rows of the report, those unchanged aside. */
    public ImportCounts run(ImportEntries entries, LineImporter importer, Locale language, RowSink rows)
            throws IOException {
        ImportCounts counts = ImportCounts.NONE;
        for (ImportEntry entry = entries.next(); entry != null; entry = entries.next()) {
            LineOutcome outcome = importOne(entry, importer);
            counts = counts.plus(outcome);
            if (!(outcome instanceof LineOutcome.Unchanged)) {
                rows.write(row(entry.line(), outcome, language));
            }
        }
        return counts;
    }

    private LineOutcome importOne(ImportEntry entry, LineImporter importer) {
        return switch (entry) {
            case ImportEntry.Unreadable unreadable -> new LineOutcome.Refused(List.of(unreadable.reason()));
            case ImportEntry.Read read -> importOne(read, importer);
        };
    }

    private LineOutcome importOne(ImportEntry.Read entry, LineImporter importer) {
        try {
            return importer.importLine(entry.object());
        } catch (ProblemException problem) {
            return problem.fields().isEmpty()
                    ? refused(
                            problem.type().code() + ".detail",
                            problem.arguments().toArray())
                    : new LineOutcome.Refused(problem.fields());
        } catch (IllegalArgumentException invalid) {
            log.info(
                    "An imported line was refused line={} type={}",
                    entry.line(),
                    invalid.getClass().getSimpleName());
            return refused(String.valueOf(invalid.getMessage()));
        }
    }

    private static LineOutcome.Refused refused(String message, Object... arguments) {
        return new LineOutcome.Refused(List.of(FieldProblem.of("line", message, arguments)));
    }

    private ImportRow row(long line, LineOutcome outcome, Locale language) {
        return switch (outcome) {
            case LineOutcome.Created created -> new ImportRow(line, ImportRow.Outcome.CREATED, created.id(), List.of());
            case LineOutcome.Updated updated -> new ImportRow(line, ImportRow.Outcome.UPDATED, updated.id(), List.of());
            case LineOutcome.Unchanged unchanged ->
                new ImportRow(line, ImportRow.Outcome.UNCHANGED, unchanged.id(), List.of());
            case LineOutcome.Refused refused ->
                new ImportRow(
                        line,
                        ImportRow.Outcome.REFUSED,
                        null,
                        texts.worded(refused.reasons(), language).stream()
                                .map(reason -> new ImportRow.Reason(reason.field(), reason.message()))
                                .toList());
        };
    }

    private void write(OutputStream report, Object row) throws IOException {
        report.write(json.writeValueAsBytes(row));
        report.write('\n');
    }
}
