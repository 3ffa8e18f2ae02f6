package fr.agora.projects.export;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes CSV (RFC 4180) that a spreadsheet reads as text, never as a formula. */
final class Csv {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r].*", Pattern.DOTALL);

    private final Appendable out;

    Csv(Appendable out) {
        this.out = out;
    }

    void row(List<@Nullable String> cells) throws IOException {
        for (int index = 0; index < cells.size(); index++) {
            if (index > 0) {
                out.append(',');
            }
            out.append(cell(cells.get(index)));
        }
        out.append("\r\n");
    }

    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
