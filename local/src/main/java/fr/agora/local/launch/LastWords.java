package fr.agora.local.launch;

import fr.agora.local.process.ChildProcess;
import java.nio.file.Path;
import java.util.List;

/** The one line of a log that most likely says why a process ended. */
final class LastWords {

    private static final int LINES = 200;
    private static final int LONGEST = 240;

    private LastWords() {}

    static String of(Path log) {
        List<String> lines = ChildProcess.tail(log, LINES).stream()
                // behind a bar: what goes on from the line before
                .map(line -> line.replaceFirst("^ *\\| ?", "").strip())
                .filter(line -> !line.isEmpty() && !isFrame(line))
                .toList();
        String words = lastOf(lines, "Caused by:", "Description:", " ERROR ", "Exception", "rror:");
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    private static String lastOf(List<String> lines, String... marks) {
        for (String mark : marks) {
            for (String line : lines.reversed()) {
                if (line.contains(mark)) {
                    return mark.equals("Description:") ? following(lines, line) : line;
                }
            }
        }
        // a process that was killed says nothing: its last ordinary line would only mislead
        return lines.isEmpty() || lines.getLast().contains(" INFO ") ? "" : lines.getLast();
    }

    // Boot's failure report has its sentence on the line after this title
    private static String following(List<String> lines, String title) {
        int next = lines.lastIndexOf(title) + 1;
        return next < lines.size() ? lines.get(next) : title;
    }

    private static boolean isFrame(String line) {
        return line.startsWith("at ") || line.startsWith("... ");
    }
}
