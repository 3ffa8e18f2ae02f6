package fr.agora.directory.mandate;

import org.jspecify.annotations.Nullable;

/**
 * The act that appoints, such as a mission letter.
 *
 * @param date ISO 8601
 */
public record Act(@Nullable String reference, @Nullable String date) {

    static final Act NONE = new Act(null, null);
}
