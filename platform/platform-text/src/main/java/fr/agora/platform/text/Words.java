package fr.agora.platform.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folds text to lower case without accents: the portable stand-in for a collation. */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_QUERY_WORDS = 6;

    private Words() {}

    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.FRENCH).replace("œ", "oe").replace("æ", "ae");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    /** The distinct folded words of the texts, for an index that answers prefixes. */
    public static List<String> of(@Nullable String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> text == null ? Stream.<String>empty() : SEPARATORS.splitAsStream(fold(text)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** One anchored pattern per word asked for; a page of the list needs no more than a few. */
    public static List<Pattern> prefixes(String query) {
        return of(query).stream()
                .limit(MOST_QUERY_WORDS)
                .map(word -> Pattern.compile("^" + Pattern.quote(word)))
                .toList();
    }

    /** A readable identifier: {@code "Météo-France"} gives {@code meteo-france}; may be empty. */
    public static String slug(String text) {
        return String.join(
                "-",
                SEPARATORS
                        .splitAsStream(fold(text))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }
}
