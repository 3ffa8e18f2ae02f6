package fr.agora.projects.publiccode;

import fr.agora.projects.usecase.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a publiccode.yml says, as far as a use case can say the same.
 *
 * @param description Markdown
 * @param licence SPDX expression, in the spelling of the list
 * @param notUnderstood what was left aside, and why
 */
public record Publiccode(
        @Nullable String name,
        @Nullable String pitch,
        @Nullable String description,
        @Nullable Phase phase,
        @Nullable String repository,
        @Nullable String website,
        @Nullable String licence,
        @Nullable String documentation,
        @Nullable String softwareType,
        List<Note> notUnderstood) {

    public Publiccode {
        notUnderstood = List.copyOf(notUnderstood);
    }

    /**
     * Something that was left aside.
     *
     * @param field path in the file
     * @param reason last part of a key {@code publiccode.note.…} of the texts
     * @param value as it stood there, shortened
     */
    public record Note(String field, String reason, String value) {}
}
