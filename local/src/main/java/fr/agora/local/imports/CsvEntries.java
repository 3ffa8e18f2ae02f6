package fr.agora.local.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a CSV whose first row names the columns; comma, semicolon or tab, whichever the first row uses most.
 *
 * <p>An empty cell is an absent field; lists are separated by {@code |} inside their cell.
 */
final class CsvEntries implements Entries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FileText text;
    private final char separator;
    private final List<String> columns;

    CsvEntries(FileText text) throws IOException {
        this.text = text;
        List<String> bySemicolon = new ArrayList<>();
        String header = headerLine();
        this.separator = separatorOf(header);
        bySemicolon.addAll(cells(FileText.of(
                new java.io.ByteArrayInputStream(header.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
        this.columns = named(bySemicolon);
    }

    private String headerLine() throws IOException {
        StringBuilder header = new StringBuilder();
        for (int c = text.read(); c != FileText.END && c != '\n'; c = text.read()) {
            header.append((char) c);
            text.bound(header);
        }
        return header.toString();
    }

    private static char separatorOf(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String header, char wanted) {
        return header.chars().filter(c -> c == wanted).count();
    }

    private static List<String> named(List<String> header) throws MalformedFile {
        List<String> columns = header.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (column.isEmpty()) {
                throw new MalformedFile(1, "a column has no name");
            }
            if (!seen.add(column)) {
                throw new MalformedFile(1, "two columns are named \"" + column + "\"");
            }
        }
        return columns;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (text.peek() == '\n') {
            text.read();
        }
        if (text.peek() == FileText.END) {
            return Optional.empty();
        }
        long line = text.line();
        List<String> cells = cells(text);
        if (cells.size() > columns.size()) {
            throw new MalformedFile(
                    line, cells.size() + " cells for " + columns.size() + " columns; is a quotation mark missing?");
        }
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                ColumnTypes.put(object, columns.get(i), cells.get(i));
            }
        }
        return Optional.of(new Entry(line, JSON.writeValueAsString(object)));
    }

    private List<String> cells(FileText row) throws IOException {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(row.peek() == '"' ? quoted(row) : bare(row));
        } while (row.read() == separator);
        return cells;
    }

    private String bare(FileText row) throws IOException {
        StringBuilder cell = new StringBuilder();
        while (row.peek() != separator && row.peek() != '\n' && row.peek() != FileText.END) {
            cell.append((char) row.read());
            row.bound(cell);
        }
        return cell.toString();
    }

    private String quoted(FileText row) throws IOException {
        long opened = row.line();
        StringBuilder cell = new StringBuilder();
        row.read();
        while (true) {
            int c = row.read();
            if (c == FileText.END) {
                throw new MalformedFile(opened, "a quotation mark opened here is never closed");
            }
            if (c == '"' && row.peek() != '"') {
                break;
            }
            if (c == '"') {
                row.read();
            }
            cell.append((char) c);
            row.bound(cell);
        }
        if (row.peek() != separator && row.peek() != '\n' && row.peek() != FileText.END) {
            throw new MalformedFile(row.line(), "text follows a closing quotation mark");
        }
        return cell.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
