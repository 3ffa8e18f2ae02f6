package fr.agora.directory.coverage;

import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Labelled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a ministry's coverage as CSV, row by row; a cell is never a formula for the spreadsheet that opens it. */
@Component
public class CoverageCsv {

    private static final String FORMULA = "=+-@\t\r";

    private final Coverage coverage;
    private final MessageSource texts;

    CoverageCsv(Coverage coverage, MessageSource texts) {
        this.coverage = coverage;
        this.texts = texts;
    }

    public void write(String ministry, boolean gapsOnly, Optional<CurrentUser> reader, Locale locale, Writer out)
            throws IOException {
        line(
                out,
                List.of(
                        "organisme",
                        "sigle",
                        "type",
                        "rattachement",
                        "territoire",
                        "couverture",
                        "couvert_par",
                        "titulaire",
                        "contact"));
        try {
            coverage.each(ministry, gapsOnly, reader, row -> write(row, locale, out));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private void write(CoverageRow row, Locale locale, Writer out) {
        try {
            line(
                    out,
                    List.of(
                            row.organization().name(),
                            Optional.ofNullable(row.organization().acronym()).orElse(""),
                            text("kind." + row.kind(), locale),
                            row.parents().stream().map(OrganizationRef::name).collect(Collectors.joining(" | ")),
                            row.territories().stream().map(Labelled::label).collect(Collectors.joining(" | ")),
                            text("coverage.state." + row.state(), locale),
                            row.by() == null ? "" : row.by().name(),
                            row.holder() == null ? "" : row.holder().name(),
                            row.relay() == null ? "" : row.relay()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }

    private static void line(Writer out, List<String> cells) throws IOException {
        out.write(cells.stream().map(CoverageCsv::cell).collect(Collectors.joining(";")));
        out.write("\r\n");
    }

    static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[;\"\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
