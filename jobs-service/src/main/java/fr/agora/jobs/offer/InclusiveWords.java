package fr.agora.jobs.offer;

import fr.agora.platform.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a trade whatever its gender and however both are written at once: « développeur·se », « développeur(se) »,
 * « développeur/développeuse » and « développeuse » all answer to one another.
 */
final class InclusiveWords {

    private static final String ENDING = "(?:e|ne|le|se|te|ve|fe|re|ere|ienne|euse|rice|trice|ice|ive|elle)";
    private static final Pattern BOTH = Pattern.compile("(\\p{L}{2,40})(?:[·•‧∙.]|(?<=\\p{L})-(?=" + ENDING
            + "(?!\\p{L})))(" + ENDING + ")(?:[·•‧∙.-]?s)?(?!\\p{L})|(\\p{L}{2,40})\\((" + ENDING + ")(?:\\)s|s?\\))");

    private InclusiveWords() {}

    /** All words to file a text under: as written, and the masculine that both forms share. */
    static List<String> of(@Nullable String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            if (text == null) {
                continue;
            }
            String folded = Words.fold(text);
            Matcher both = BOTH.matcher(folded);
            while (both.find()) {
                String base = both.group(1) == null ? both.group(3) : both.group(1);
                words.add(feminine(base, both.group(2) == null ? both.group(4) : both.group(2)));
            }
            words.addAll(Words.of(BOTH.matcher(folded).replaceAll("$1$3 ")));
        }
        List<String> all = new ArrayList<>(words);
        words.stream().map(InclusiveWords::masculine).forEach(all::add);
        return all.stream().distinct().toList();
    }

    /** One pattern for each word asked for, at the masculine under which everything is filed. */
    static List<Pattern> prefixes(String query) {
        String plain = BOTH.matcher(Words.fold(query)).replaceAll("$1$3 ");
        List<String> asked = Words.of(plain).stream()
                .map(InclusiveWords::masculine)
                .distinct()
                .toList();
        return Words.prefixes(String.join(" ", asked));
    }

    private static String masculine(String word) {
        if (word.length() < 7) {
            return word;
        }
        return word.replaceFirst("(?<=t)rices?$", "eur")
                .replaceFirst("euses?$", "eur")
                .replaceFirst("iennes?$", "ien")
                .replaceFirst("ieres?$", "ier");
    }

    private static String feminine(String base, String ending) {
        String stem = switch (ending) {
            case "se" -> cut(base, "r");
            case "euse" -> cut(base, "eur");
            case "rice" -> cut(base, "eur");
            case "trice" -> cut(base, "teur");
            case "ice" -> cut(base, "eur") + "r";
            case "ienne" -> cut(base, "ien");
            case "ve" -> cut(base, "f");
            case "ive" -> cut(base, "if");
            case "ere" -> cut(base, "er");
            case "re" -> cut(base, "r");
            case "elle" -> cut(base, "el");
            default -> base;
        };
        return stem + ending;
    }

    private static String cut(String base, String end) {
        return base.endsWith(end) ? base.substring(0, base.length() - end.length()) : base;
    }
}
