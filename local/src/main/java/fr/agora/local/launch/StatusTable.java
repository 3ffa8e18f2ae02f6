package fr.agora.local.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts in a table for the terminal. */
final class StatusTable {

    private static final String ROW = "%-11s %-9s %8s %6s %8s %9s  %s";

    private StatusTable() {}

    static List<String> of(List<PartStatus> parts) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, ROW, "PART", "STATE", "PID", "PORT", "RSS MB", "UPTIME", "WHAT"));
        parts.forEach(part -> lines.add(row(part)));
        lines.add(String.format(
                        Locale.ROOT,
                        ROW,
                        "total",
                        "",
                        "",
                        "",
                        parts.stream().mapToLong(PartStatus::megabytes).sum(),
                        "",
                        "")
                .stripTrailing());
        return lines;
    }

    private static String row(PartStatus part) {
        String what = part.note().isEmpty() ? part.description() : part.description() + " · " + part.note();
        return String.format(
                Locale.ROOT,
                ROW,
                part.name(),
                part.state().name().toLowerCase(Locale.ROOT),
                part.pid() == 0 ? "-" : part.pid(),
                part.port(),
                part.megabytes() == 0 ? "-" : part.megabytes(),
                part.pid() == 0 ? "-" : uptime(part.uptime()),
                what);
    }

    static String uptime(Duration time) {
        if (time.toHours() > 0) {
            return String.format(Locale.ROOT, "%d h %02d", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? String.format(Locale.ROOT, "%d min %02d", time.toMinutes(), time.toSecondsPart())
                : time.toSeconds() + " s";
    }
}
