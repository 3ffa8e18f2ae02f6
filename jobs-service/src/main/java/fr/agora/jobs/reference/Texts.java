package fr.agora.jobs.reference;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Text without what people leave out when they type in haste: case, accents, punctuation. */
public final class Texts {

    private Texts() {}

    /** Lower case, without accents, words separated by one blank: « L’Été » is {@code l ete}. */
    public static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    /** The words of a text, folded. */
    public static Stream<String> words(String text) {
        return Arrays.stream(folded(text).split(" ")).filter(word -> !word.isEmpty());
    }

    /** {@code « Droit d’auteur »} is {@code droit-d-auteur}; empty when no letter or digit is left. */
    public static String slug(String text) {
        return folded(text).replace(' ', '-');
    }

    /** A code made readable: {@code tableau-blanc} is « Tableau blanc ». */
    public static String readable(String code) {
        String words = code.replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty() ? code : words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }
}
