package fr.agora.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs an import of NDJSON line by line in constant memory. The report is NDJSON too: one line for each line that was
 * not unchanged, then a summary.
 */
public final class LineImport {

    public static final String NDJSON = "application/x-ndjson";
    static final int MAX_LINE = 1024 * 1024;
    private static final Logger log = LoggerFactory.getLogger(LineImport.class);

    private final JsonMapper json;
    private final ProblemTexts texts;

    LineImport(JsonMapper json, ProblemTexts texts) {
        this.json = json;
        this.texts = texts;
    }

    /**
     * Reads the whole body, then answers the report: a client that writes everything before it reads must not block us
     * on a full socket, hence the report waits in a file.
     */
    public void run(HttpServletRequest request, HttpServletResponse response, LineImporter importer)
            throws IOException {
        Path report = Files.createTempFile("import-report", ".ndjson");
        try {
            Locale language = ProblemTexts.preferred(request);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(report))) {
                run(request.getInputStream(), out, importer, language);
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
        Counts counts = new Counts();
        BufferedInputStream lines = new BufferedInputStream(body, 64 * 1024);
        Line line;
        for (int number = 1; (line = nextLine(lines)) != null; number++) {
            if (line.isBlank()) {
                continue;
            }
            LineOutcome outcome = importOne(line, importer, number);
            counts.count(outcome);
            if (!(outcome instanceof LineOutcome.Unchanged)) {
                write(report, reported(number, outcome, language));
            }
        }
        write(report, Map.of("summary", counts.summary()));
    }

    private LineOutcome importOne(Line line, LineImporter importer, int number) {
        if (line.tooLong()) {
            return refused("line", "import.line-too-long", MAX_LINE);
        }
        try {
            JsonNode node = json.readTree(line.bytes());
            return node instanceof ObjectNode object
                    ? importer.importLine(object)
                    : refused("line", "import.not-an-object");
        } catch (JacksonException malformed) {
            return refused("line", "import.malformed");
        } catch (ProblemException problem) {
            return problem.fields().isEmpty()
                    ? refused(
                            "line",
                            problem.type().code() + ".detail",
                            problem.arguments().toArray())
                    : new LineOutcome.Refused(problem.fields());
        } catch (IllegalArgumentException invalid) {
            log.info(
                    "An imported line was refused line={} type={}",
                    number,
                    invalid.getClass().getSimpleName());
            return refused("line", String.valueOf(invalid.getMessage()));
        }
    }

    private static LineOutcome.Refused refused(String field, String message, Object... arguments) {
        return new LineOutcome.Refused(List.of(FieldProblem.of(field, message, arguments)));
    }

    private Map<String, Object> reported(int number, LineOutcome outcome, Locale language) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", number);
        switch (outcome) {
            case LineOutcome.Created created -> {
                row.put("outcome", "created");
                row.put("id", created.id());
            }
            case LineOutcome.Updated updated -> {
                row.put("outcome", "updated");
                row.put("id", updated.id());
            }
            case LineOutcome.Unchanged unchanged -> {
                row.put("outcome", "unchanged");
                row.put("id", unchanged.id());
            }
            case LineOutcome.Refused refused -> {
                row.put("outcome", "refused");
                row.put("reasons", texts.worded(refused.reasons(), language));
            }
        }
        return row;
    }

    private void write(OutputStream report, Map<String, ?> row) throws IOException {
        report.write(json.writeValueAsBytes(row));
        report.write('\n');
    }

    /** Null at the end of the body. A line over the bound is read to its end and dropped, never held. */
    private static @Nullable Line nextLine(InputStream body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        boolean tooLong = false;
        int value = body.read();
        if (value < 0) {
            return null;
        }
        for (; value >= 0 && value != '\n'; value = body.read()) {
            if (bytes.size() >= MAX_LINE) {
                tooLong = true;
            } else {
                bytes.write(value);
            }
        }
        return new Line(withoutMark(bytes.toByteArray()), tooLong);
    }

    /** Editors like to put a byte order mark at the start of a file. */
    private static byte[] withoutMark(byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private record Line(byte[] bytes, boolean tooLong) {
        boolean isBlank() {
            for (byte each : bytes) {
                if (!Character.isWhitespace(each)) {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    private static final class Counts {
        private long created;
        private long updated;
        private long unchanged;
        private long refused;

        void count(LineOutcome outcome) {
            switch (outcome) {
                case LineOutcome.Created each -> created++;
                case LineOutcome.Updated each -> updated++;
                case LineOutcome.Unchanged each -> unchanged++;
                case LineOutcome.Refused each -> refused++;
            }
        }

        Map<String, Long> summary() {
            Map<String, Long> summary = new LinkedHashMap<>();
            summary.put("created", created);
            summary.put("updated", updated);
            summary.put("unchanged", unchanged);
            summary.put("refused", refused);
            return summary;
        }
    }
}
