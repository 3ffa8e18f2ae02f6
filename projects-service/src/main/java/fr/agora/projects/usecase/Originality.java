package fr.agora.projects.usecase;

import java.util.List;

/**
 * Why it was made although others exist; shown to those who edit it.
 *
 * @param considered what was shown to the author before writing
 * @param reason why none of it would do, in the author's words
 */
public record Originality(List<Considered> considered, String reason) {

    public Originality {
        considered = List.copyOf(considered);
    }

    /** A use case the author was shown; its title is the one of that day. */
    public record Considered(String id, String title) {}
}
