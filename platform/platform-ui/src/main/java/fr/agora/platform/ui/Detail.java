package fr.agora.platform.ui;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of details: a term and what it is here; a line without a value is not shown.
 *
 * @param term ready to be shown
 */
public record Detail(String term, @Nullable Content content) {

    public static Detail of(String term, @Nullable String text) {
        return new Detail(term, text == null || text.isBlank() ? null : output -> output.writeUserContent(text));
    }

    /** For links, tags and the like, written as a block of the template. */
    public static Detail of(String term, @Nullable Content content) {
        return new Detail(term, content);
    }
}
