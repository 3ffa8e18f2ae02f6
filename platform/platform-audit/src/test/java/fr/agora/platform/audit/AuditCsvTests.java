package fr.agora.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=HYPERLINK(\"https://ailleurs.exemple\";1)"
            })
    void noCellIsAFormula(String typed) {
        StringWriter written = new StringWriter();
        AuditCsv csv = new AuditCsv(written);

        csv.write(AuditEntry.after(
                null,
                new Deed(EntryKind.REFUSED, null, typed, List.of(typed), typed, List.of(typed), 403),
                Instant.parse("2026-11-26T09:00:00Z"),
                ChainHash.SHA_256));

        assertThat(written.toString()).doesNotContainPattern("(^|;)\"?[=+@\t\r-]");
        assertThat(written.toString().split("'", -1))
                .as("account, roles, operation, subjects")
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a\"b", "a\r\nb"})
    void whatWouldEndACellStaysInIt(String typed) {
        StringWriter written = new StringWriter();

        new AuditCsv(written)
                .write(AuditEntry.after(
                        null,
                        new Deed(EntryKind.ENDED, null, "compte-nora", List.of(), typed, List.of(), 200),
                        Instant.parse("2026-11-26T09:00:00Z"),
                        ChainHash.SHA_256));

        assertThat(written.toString())
                .contains(";\"" + typed.replace("\"", "\"\"") + "\";")
                .endsWith("\r\n");
    }
}
