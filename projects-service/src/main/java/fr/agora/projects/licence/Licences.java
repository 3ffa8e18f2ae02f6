package fr.agora.projects.licence;

import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Vocabulary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The SPDX list: licences in use, identifiers that are only still read, exceptions. */
public final class Licences {

    private static final int LONGEST = 200;
    private static final int SUGGESTIONS = 3;
    /** Farther than this from everything, no suggestion helps. */
    private static final double FAR = 0.6;

    private static final List<Labelled> IN_USE = Vocabulary.read("licences.csv").all();
    private static final Map<String, Labelled> KNOWN =
            byFoldedCode(IN_USE, Vocabulary.read("licences-deprecated.csv").all());
    private static final Map<String, Labelled> EXCEPTIONS =
            byFoldedCode(Vocabulary.read("licence-exceptions.csv").all(), List.of());

    private Licences() {}

    /**
     * The expression in the list's own spelling ({@code mit or eupl-1.2} is {@code MIT OR EUPL-1.2}); empty for what
     * names anything the list does not hold.
     */
    public static Optional<String> canonical(String typed) {
        String text = typed.strip();
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : LicenceExpression.read(text);
    }

    /** Identifiers close to what was typed, the closest first, three at most. */
    public static List<String> nearest(String typed) {
        String wanted = letters(typed);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return List.of();
        }
        record Near(String code, double distance) {}
        return IN_USE.stream()
                .map(each -> new Near(each.code(), distance(wanted, each)))
                .filter(near -> near.distance() < FAR)
                .sorted(Comparator.comparingDouble(Near::distance).thenComparing(Near::code))
                .limit(SUGGESTIONS)
                .map(Near::code)
                .toList();
    }

    /** « Etalab Open License 2.0 » for {@code etalab-2.0}; an expression, and what is not in the list, is itself. */
    public static String name(String code) {
        Labelled known = KNOWN.get(fold(code));
        return known == null ? code : known.label();
    }

    /** Whether it is one identifier of the list, so that the list has a page about it. */
    public static boolean isListed(String code) {
        return KNOWN.containsKey(fold(code));
    }

    static Optional<String> identifier(String word) {
        return Optional.ofNullable(KNOWN.get(fold(word))).map(Labelled::code);
    }

    static Optional<String> exception(String word) {
        return Optional.ofNullable(EXCEPTIONS.get(fold(word))).map(Labelled::code);
    }

    /** 0: the same; 1: nothing in common. */
    private static double distance(String wanted, Labelled licence) {
        String code = letters(licence.code());
        double byCode = (double) Levenshtein.between(wanted, code) / Math.max(wanted.length(), code.length());
        if (wanted.startsWith(code) || code.startsWith(wanted)) {
            byCode /= 3;
        }
        String name = letters(licence.label());
        double byName = (double) Levenshtein.between(wanted, name) / Math.max(wanted.length(), name.length());
        return Math.min(byCode, byName);
    }

    private static Map<String, Labelled> byFoldedCode(List<Labelled> first, List<Labelled> second) {
        Map<String, Labelled> all = new HashMap<>();
        Stream.concat(first.stream(), second.stream()).forEach(each -> all.putIfAbsent(fold(each.code()), each));
        return Map.copyOf(all);
    }

    private static String letters(String text) {
        return fold(text).replaceAll("[^a-z0-9]", "");
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
