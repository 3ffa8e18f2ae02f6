package fr.agora.jobs.foreign;

import fr.agora.platform.text.Words;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table with semicolons, in constant memory: read once to know that it is whole, then for its rows. */
final class CsvFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setIgnoreEmptyLines(true)
            .get();

    /** Makes an offer of a row, or refuses it. */
    interface Rows {

        /** Name of the column that holds the reference. */
        String reference();

        ForeignOffer offer(Cells cells);
    }

    private final CheckedFile file;

    CsvFile(CheckedFile file) {
        this.file = file;
    }

    void read(Rows meaning, ForeignRows rows) throws IOException {
        // a quotation mark that never closes is found before a single row is taken
        walk((record, header) -> {});
        walk((record, header) -> row(record, header, meaning, rows));
    }

    private static void row(CSVRecord record, List<String> header, Rows meaning, ForeignRows rows) {
        long line = record.getParser() == null ? record.getRecordNumber() : lineOf(record);
        if (record.size() != header.size()) {
            rows.refused(line, null, List.of(FieldProblem.of("line", "import.cells", record.size(), header.size())));
            return;
        }
        Map<String, String> byName = new HashMap<>();
        for (int index = 0; index < header.size(); index++) {
            byName.putIfAbsent(header.get(index), record.get(index));
        }
        Cells cells = new Cells(byName);
        ForeignOffer offer = meaning.offer(cells);
        if (cells.problems().isEmpty()) {
            rows.offer(line, offer);
        } else {
            rows.refused(line, cells.text(meaning.reference()), cells.problems());
        }
    }

    /** The parser stands behind the row it has just read. */
    private static long lineOf(CSVRecord record) {
        long breaks = 0;
        for (String cell : record) {
            breaks += cell.chars().filter(c -> c == '\n').count();
        }
        return Math.max(1, record.getParser().getCurrentLineNumber() - breaks);
    }

    private void walk(BiConsumer<CSVRecord, List<String>> each) throws IOException {
        try (RowBound text = new RowBound(file.text());
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new ProblemException(ForeignProblem.IMPORT_EMPTY);
            }
            List<String> header = records.next().stream().map(Words::slug).toList();
            while (records.hasNext()) {
                text.next();
                each.accept(records.next(), header);
            }
        } catch (UncheckedIOException | IllegalStateException malformed) {
            throw new ProblemException(ForeignProblem.IMPORT_MALFORMED, "CSV");
        }
    }

    /** Stops at a row that never ends: its text would fill the memory. */
    private static final class RowBound extends FilterReader {

        private static final int LONGEST_ROW = 2_000_000;
        private int since;

        RowBound(Reader text) {
            super(text);
        }

        void next() {
            since = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            since += Math.max(read, 0);
            if (since > LONGEST_ROW) {
                throw new IOException("A row never ends");
            }
            return read;
        }
    }
}
