package fr.agora.bench;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the command line asks for; every load has an upper bound.
 *
 * @param connections callers at once ({@code --connections}, default 16)
 * @param rounds turns of each alternative ({@code --rounds}, default 10)
 * @param round one turn ({@code --round-seconds}, default 2)
 * @param warmUp before the first turn, for each alternative, and before the offers that count ({@code
 *     --warm-up-seconds}, default 10)
 * @param writing how long offers are published ({@code --write-seconds}, default 30)
 * @param writesPerSecond how many ({@code --writes}, default 20)
 * @param rebuilding whether the index is rebuilt while they are published ({@code --rebuild yes}, default no)
 * @param words what is searched ({@code --words}, default « data scientist »)
 * @param measures which measurements ({@code --only}, by default all)
 */
record Options(
        int connections,
        int rounds,
        Duration round,
        Duration warmUp,
        Duration writing,
        int writesPerSecond,
        boolean rebuilding,
        String words,
        Set<Measure> measures) {

    /** What can be measured. */
    enum Measure {
        SEARCH,
        HOP,
        CONTACT,
        FINDABLE,
        MEMORY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String USAGE =
            "./agora bench [--only search,hop,contact,findable,memory] [--connections 16] [--rounds 10]"
                    + " [--round-seconds 2] [--warm-up-seconds 10] [--write-seconds 30] [--writes 20] [--rebuild no]"
                    + " [--words \"data scientist\"]";

    static Options of(String... arguments) {
        Arguments given = Arguments.of(arguments);
        Options options = new Options(
                given.number("--connections", 16, 1, 256),
                given.number("--rounds", 10, 1, 1_000),
                Duration.ofSeconds(given.number("--round-seconds", 2, 1, 60)),
                Duration.ofSeconds(given.number("--warm-up-seconds", 10, 0, 120)),
                Duration.ofSeconds(given.number("--write-seconds", 30, 1, 100)),
                given.number("--writes", 20, 1, 50),
                yes(given.text("--rebuild", "no")),
                given.text("--words", "data scientist"),
                measures(given.text("--only", "search,hop,contact,findable,memory")));
        given.requireNothingElse();
        return options;
    }

    private static boolean yes(String word) {
        return switch (word) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new BenchFailure("--rebuild is yes or no, not \"" + word + "\".");
        };
    }

    private static Set<Measure> measures(String words) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (String word : words.split(",")) {
            measures.add(EnumSet.allOf(Measure.class).stream()
                    .filter(measure -> measure.word().equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> new BenchFailure("There is no measurement \"" + word + "\". " + USAGE)));
        }
        return measures;
    }

    int offers() {
        return Math.toIntExact(writing.toSeconds() * writesPerSecond);
    }

    /** Published before those that count, at the same pace. */
    int warmUpOffers() {
        return Math.toIntExact(warmUp.toSeconds() * writesPerSecond);
    }
}
