package fr.agora.directory.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to write to somebody, in both languages: theirs is chosen when it leaves.
 *
 * @param id the same letter has the same id: it is taken once
 * @param receiver the account it goes to
 * @param lines paragraphs, plain
 * @param quoted words of another person, as typed; absent where there are none
 * @param path page of the platform that goes on
 * @param unsubscribe path that ends letters of this sort in one click, absent where they are not optional
 */
public record Letter(
        String id,
        String receiver,
        Words subject,
        List<Words> lines,
        @Nullable String quoted,
        Words action,
        String path,
        @Nullable String unsubscribe) {

    /** The same in French and in English. */
    public record Words(String fr, String en) {

        String in(String language) {
            return language.equals("en") ? en : fr;
        }
    }

    public Letter {
        lines = List.copyOf(lines);
    }

    /** Never the words: they are for one person, and a record's own text ends in logs. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
