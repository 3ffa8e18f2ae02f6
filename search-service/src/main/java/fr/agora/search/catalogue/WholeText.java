package fr.agora.search.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * All that can be read of an entry, as the one field {@code body} of the index: words are looked up and marked once
 * instead of in each part.
 *
 * @param summary empty in what is parted again where there was none, like the body
 */
public record WholeText(
        String title, @Nullable String summary, @Nullable String body) {

    /** A private-use character: it parts words, and is taken out of whatever text brings it. */
    private static final char BETWEEN = '\ue002';

    String joined() {
        return part(title) + BETWEEN + part(summary) + BETWEEN + part(body);
    }

    private static String part(@Nullable String text) {
        return text == null ? "" : text.replace(BETWEEN, ' ');
    }

    /** What was joined, marked meanwhile or not; what an earlier version put into the index is a body alone. */
    public static WholeText parted(String joined) {
        int first = joined.indexOf(BETWEEN);
        int second = joined.indexOf(BETWEEN, first + 1);
        if (first < 0 || second < 0) {
            return new WholeText("", "", joined);
        }
        return new WholeText(
                joined.substring(0, first), joined.substring(first + 1, second), joined.substring(second + 1));
    }
}
