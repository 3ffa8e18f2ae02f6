package fr.agora.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of what was done to the platform and what came of it: printed, and kept as {@code target/faults.md}. */
final class InjectedAndSeen {

    private static final Path FILE = Path.of("target", "faults.md");
    private static final List<Row> ROWS = new ArrayList<>();

    private InjectedAndSeen() {}

    private record Row(String injected, String seen) {

        String line() {
            return "| " + injected + " | " + seen + " |";
        }
    }

    static synchronized void row(String injected, String seen) {
        ROWS.add(new Row(injected, seen));
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized void print() {
        System.out.println("\n" + table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| injected | seen |\n|---|---|\n");
        ROWS.forEach(row -> table.append(row.line()).append('\n'));
        return table.toString();
    }
}
