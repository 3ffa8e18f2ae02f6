package fr.agora.local.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What became of the lines of an import; of those refused, the first few with their reasons. */
public record ImportSummary(long created, long updated, long unchanged, long refused, List<Refusal> firstRefusals) {

    /** How many refusals are kept: enough to see what is wrong, never the whole file. */
    public static final int KEPT_REFUSALS = 20;

    /** Nothing imported yet. */
    public static final ImportSummary NOTHING = new ImportSummary(0, 0, 0, 0, List.of());

    /**
     * A line that was not taken.
     *
     * @param line the line in the file, counted from 1
     * @param reason the service's words
     */
    public record Refusal(long line, String reason) {}

    public ImportSummary {
        firstRefusals = List.copyOf(firstRefusals);
    }

    ImportSummary plus(ImportSummary next) {
        List<Refusal> kept = Stream.concat(firstRefusals.stream(), next.firstRefusals.stream())
                .limit(KEPT_REFUSALS)
                .toList();
        return new ImportSummary(
                created + next.created,
                updated + next.updated,
                unchanged + next.unchanged,
                refused + next.refused,
                kept);
    }

    /** All lines seen so far. */
    public long total() {
        return created + updated + unchanged + refused;
    }

    /** The numbers in one line. */
    public String counts() {
        return created + " created, " + updated + " updated, " + unchanged + " unchanged, " + refused + " refused";
    }

    /** The numbers, then a line for each refusal kept. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(counts());
        firstRefusals.forEach(refusal -> lines.add("  line " + refusal.line() + ": " + refusal.reason()));
        if (refused > firstRefusals.size()) {
            lines.add("  and " + (refused - firstRefusals.size()) + " more");
        }
        return lines;
    }
}
