package fr.agora.platform.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a CSV whose first row names the columns; comma, semicolon or tab, whichever the first row uses most. An
 * empty cell is an absent field; a cell in quotation marks may hold line breaks.
 */
public final class CsvEntries implements ImportEntries {

    private static final int END = -1;
    private static final int LONGEST_ROW = 1024 * 1024;
    private static final char MARK = '\uFEFF';

    private final Reader text;
    private final char separator;
    private final List<String> columns;
    private int ahead;
    private long line = 1;

    /** @throws ProblemException when the first row names no columns */
    public CsvEntries(InputStream bytes) throws IOException {
        text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 64 * 1024);
        ahead = text.read();
        if (ahead == MARK) {
            ahead = text.read();
        }
        text.mark(LONGEST_ROW);
        separator = separator();
        columns = named(row());
    }

    /** Looks at the first row without taking it. */
    private char separator() throws IOException {
        int[] counts = new int[3];
        boolean quoted = false;
        int c = ahead;
        for (int i = 0; i < LONGEST_ROW - 1 && c != END && (quoted || c != '\n' && c != '\r'); i++) {
            quoted ^= c == '"';
            int kind = quoted ? -1 : ",;\t".indexOf(c);
            if (kind >= 0) {
                counts[kind]++;
            }
            c = text.read();
        }
        text.reset();
        int best = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[best] ? 2 : best);
    }

    private static List<String> named(Row header) {
        if (header.problem() != null) {
            throw ProblemException.invalidFields(List.of(header.problem()));
        }
        List<String> columns = header.cells().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (column.isEmpty()) {
                throw ProblemException.invalidField("file", "import.csv-unnamed");
            }
            if (!seen.add(column)) {
                throw ProblemException.invalidField("file", "import.csv-twice", column);
            }
        }
        if (!seen.contains("id")) {
            throw ProblemException.invalidField("file", "import.csv-no-id");
        }
        return columns;
    }

    @Override
    public @Nullable ImportEntry next() throws IOException {
        while (ahead == '\n' || ahead == '\r') {
            read();
        }
        if (ahead == END) {
            return null;
        }
        long begins = line;
        Row row = row();
        if (row.problem() != null) {
            return new ImportEntry.Unreadable(begins, row.problem());
        }
        if (row.cells().size() > columns.size()) {
            return new ImportEntry.Unreadable(
                    begins,
                    FieldProblem.of("line", "import.csv-cells", row.cells().size(), columns.size()));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cells().get(i).isBlank()) {
                object.put(columns.get(i), row.cells().get(i));
            }
        }
        return new ImportEntry.Read(begins, object);
    }

    private record Row(List<String> cells, @Nullable FieldProblem problem) {}

    private Row row() throws IOException {
        List<String> cells = new ArrayList<>();
        FieldProblem problem = null;
        long begins = line;
        int length = 0;
        boolean more = true;
        while (more) {
            StringBuilder cell = new StringBuilder();
            if (ahead == '"') {
                quoted(cell, begins);
                if (ahead != separator && ahead != '\n' && ahead != '\r' && ahead != END) {
                    problem = FieldProblem.of("line", "import.csv-quote");
                    bare(cell);
                }
            } else {
                bare(cell);
            }
            length += cell.length();
            if (cell.indexOf(String.valueOf(MARK)) >= 0) {
                problem = FieldProblem.of("line", "import.stray-mark");
            }
            if (length > LONGEST_ROW) {
                problem = FieldProblem.of("line", "import.line-too-long", LONGEST_ROW);
                cells.clear();
            } else {
                cells.add(cell.toString());
            }
            more = ahead == separator;
            if (more) {
                read();
            }
        }
        return new Row(cells, problem);
    }

    private void bare(StringBuilder cell) throws IOException {
        while (ahead != separator && ahead != '\n' && ahead != '\r' && ahead != END) {
            int c = read();
            if (cell.length() <= LONGEST_ROW) {
                cell.append((char) c);
            }
        }
    }

    private void quoted(StringBuilder cell, long begins) throws IOException {
        read();
        while (true) {
            int c = read();
            if (c == END || cell.length() > LONGEST_ROW) {
                // all that follows is inside the quotation marks: there is no next row to go on with
                throw ProblemException.invalidField("file", "import.csv-open-quote", String.valueOf(begins));
            }
            if (c == '"' && ahead != '"') {
                return;
            }
            if (c == '"') {
                read();
            }
            cell.append((char) c);
        }
    }

    private int read() throws IOException {
        int c = ahead;
        ahead = c == END ? END : text.read();
        if (c == '\n' || c == '\r' && ahead != '\n') {
            line++;
        }
        return c;
    }
}
