package fr.agora.jobs.foreign;

import fr.agora.platform.web.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a table by the names of its columns, with all that is wrong with it. */
final class Cells {

    private final Map<String, String> byName;
    private final List<FieldProblem> problems = new ArrayList<>();

    /** @param byName cells by the folded name of their column */
    Cells(Map<String, String> byName) {
        this.byName = byName;
    }

    /** Null for an empty cell, and for a column the file does not have. */
    @Nullable
    String text(String column) {
        String value = byName.get(column);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A title or a name: one line, as such cells may hold a whole address. */
    @Nullable
    String line(String column) {
        String value = text(column);
        return value == null ? null : value.lines().findFirst().orElse("").strip();
    }

    String required(String column, int longest) {
        String value = text(column);
        if (value == null) {
            refuse(column, "field.required");
            return "";
        }
        String whole = value.replaceAll("\\s+", " ");
        if (whole.length() > longest) {
            refuse(column, "field.too-long", longest);
        }
        return whole;
    }

    void refuse(String column, String message, Object... arguments) {
        problems.add(FieldProblem.of(column, message, arguments));
    }

    List<FieldProblem> problems() {
        return problems;
    }
}
