package fr.agora.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The journal as a table, one line after the other. */
final class AuditCsv {

    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;

    AuditCsv(Writer out) {
        this.out = out;
    }

    void header() {
        line(List.of("numero", "date", "compte", "roles", "operation", "objets", "issue", "code", "empreinte"));
    }

    void write(AuditEntry entry) {
        line(List.of(
                Long.toString(entry.number()),
                entry.at().toString(),
                Objects.requireNonNullElse(entry.account(), ""),
                String.join(" ", entry.roles()),
                entry.operation(),
                String.join(" ", entry.subjects()),
                AuditRow.outcome(entry),
                entry.status() == null ? "" : entry.status().toString(),
                entry.hash()));
    }

    private void line(List<String> cells) {
        try {
            out.write(cells.stream().map(AuditCsv::cell).collect(Collectors.joining(";")));
            out.write("\r\n");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[;\"\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
