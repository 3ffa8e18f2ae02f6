package fr.agora.search.query;

import fr.agora.platform.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * « Vouliez-vous dire »: the words of the results that resemble the unknown ones. It reads nothing but what is shown to
 * the asker anyway.
 */
final class Corrections {

    private static final int MOST_LETTERS = 2;

    private Corrections() {}

    /** Null where no word is better than the one typed. */
    static @Nullable String of(String words, List<String> unknown, List<Results.Hit> hits) {
        if (unknown.isEmpty() || hits.isEmpty()) {
            return null;
        }
        var seen = seen(hits);
        var corrected = words;
        for (var word : unknown) {
            var better = nearest(word, seen);
            corrected = better == null ? corrected : corrected.replace(word, better);
        }
        return corrected.equals(words) ? null : corrected;
    }

    private static Map<String, Integer> seen(List<Results.Hit> hits) {
        var seen = new LinkedHashMap<String, Integer>();
        for (var hit : hits) {
            for (var text : texts(hit)) {
                WordsQuery.split(text).forEach(word -> seen.merge(word.toLowerCase(Locale.FRENCH), 1, Integer::sum));
            }
        }
        return seen;
    }

    private static List<String> texts(Results.Hit hit) {
        var texts = new ArrayList<String>();
        texts.add(hit.title());
        texts.add(Objects.requireNonNullElse(hit.summary(), ""));
        hit.card().values().forEach(value -> texts.add(value.toString()));
        return texts;
    }

    private static @Nullable String nearest(String word, Map<String, Integer> seen) {
        var typed = Words.fold(word);
        String best = null;
        int least = MOST_LETTERS + 1;
        int most = 0;
        for (var candidate : seen.entrySet()) {
            int apart = apart(typed, Words.fold(candidate.getKey()));
            if (apart < least || (apart == least && best != null && candidate.getValue() > most)) {
                best = candidate.getKey();
                least = apart;
                most = candidate.getValue();
            }
        }
        return best;
    }

    /** Letters to change, add, take away or swap; more than a few are not counted further. */
    private static int apart(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MOST_LETTERS || one.isEmpty() || other.isEmpty()) {
            return MOST_LETTERS + 1;
        }
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : step(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(int[][] rows, String one, String other, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + same);
        var swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
