package fr.agora.jobs.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One vocabulary as written in the contracts: comma separated, a header row, no quotes (a contract test says so). */
final class ReferenceFile {

    private ReferenceFile() {}

    static List<Map<String, String>> rows(String name) {
        String path = "/contracts/reference/" + name + ".csv";
        try (InputStream file = ReferenceFile.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The vocabulary is not on the class path: " + path);
            }
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            List<String> columns = Arrays.asList(lines.getFirst().split(",", -1));
            return lines.stream().skip(1).map(line -> row(columns, line)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> list(String cell) {
        List<String> values = new ArrayList<>(Arrays.asList(cell.split("\\|")));
        values.removeIf(String::isBlank);
        return values;
    }

    private static Map<String, String> row(List<String> columns, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns.size()) {
            throw new IllegalStateException(
                    "A vocabulary row has %d cells, %d are expected: %s".formatted(cells.length, columns.size(), line));
        }
        Map<String, String> row = new HashMap<>();
        for (int index = 0; index < cells.length; index++) {
            row.put(columns.get(index), cells[index]);
        }
        return row;
    }
}
