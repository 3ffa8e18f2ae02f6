package fr.agora.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LineImportTests {

    private final LineImport imports = new LineImport(JsonMapper.builder().build(), new ProblemTexts());

    @Test
    void eachLineIsReportedAndABadOneDoesNotStopTheOthers() throws IOException {
        List<String> report = report("""
                {"id":"a"}

                {"id":
                [1]
                {"id":"wrong"}
                {"id":"same"}
                {"id":"b"}
                """);

        assertThat(report)
                .containsExactly(
                        "{\"line\":1,\"outcome\":\"created\",\"id\":\"a\"}",
                        "{\"line\":3,\"outcome\":\"refused\",\"reasons\":[{\"field\":\"line\",\"message\":\"La ligne n’est pas du JSON valable.\"}]}",
                        "{\"line\":4,\"outcome\":\"refused\",\"reasons\":[{\"field\":\"line\",\"message\":\"La ligne n’est pas un objet JSON.\"}]}",
                        "{\"line\":5,\"outcome\":\"refused\",\"reasons\":[{\"field\":\"id\",\"message\":\"est inconnu : wrong\"}]}",
                        "{\"line\":7,\"outcome\":\"created\",\"id\":\"b\"}",
                        "{\"summary\":{\"created\":2,\"updated\":0,\"unchanged\":1,\"refused\":3}}");
    }

    @Test
    void aByteOrderMarkAndCrlfAreNoObstacle() throws IOException {
        assertThat(report("\uFEFF{\"id\":\"a\"}\r\n")).first().asString().contains("created");
    }

    @Test
    void aLineOverItsBoundIsRefusedWithoutBeingHeld() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 40L * NdjsonEntries.MAX_LINE;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }
        };
        ByteArrayOutputStream report = new ByteArrayOutputStream();

        imports.run(endless, report, this::importLine, Locale.ENGLISH);

        assertThat(report.toString(StandardCharsets.UTF_8))
                .contains("The line is longer than")
                .contains("\"refused\":1");
    }

    private List<String> report(String body) throws IOException {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        imports.run(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                report,
                this::importLine,
                Locale.FRENCH);
        return report.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private LineOutcome importLine(ObjectNode line) {
        String id = line.path("id").asString();
        return switch (id) {
            case "wrong" -> throw ProblemException.invalidField("id", "field.unknown", id);
            case "same" -> new LineOutcome.Unchanged(id);
            default -> new LineOutcome.Created(id);
        };
    }
}
