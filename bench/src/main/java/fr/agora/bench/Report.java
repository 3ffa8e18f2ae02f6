package fr.agora.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table at the end: what was measured, the number, and what it takes to read it. */
final class Report {

    /**
     * One line.
     *
     * @param unit {@code ratio}, {@code /s}, {@code ms}, {@code µs}, {@code MB} or {@code s}
     * @param note spread and circumstances
     */
    record Row(String group, String what, double value, String unit, String note) {}

    private final List<Row> rows = new ArrayList<>();

    void add(String group, String what, double value, String unit, String note) {
        rows.add(new Row(group, what, value, unit, note));
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    List<String> table() {
        int widest = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        String group = "";
        for (Row row : rows) {
            if (!row.group().equals(group)) {
                group = row.group();
                lines.add("");
                lines.add(group);
            }
            String line = "  %-" + widest + "s %10s %-5s  %s";
            lines.add(String.format(Locale.ROOT, line, row.what(), number(row.value()), row.unit(), row.note())
                    .stripTrailing());
        }
        return lines;
    }

    static String number(double value) {
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
