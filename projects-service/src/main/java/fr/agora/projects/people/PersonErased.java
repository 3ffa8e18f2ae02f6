package fr.agora.projects.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody asked to be erased: whatever is kept of them goes, or becomes anonymous. It may be told more than once.
 *
 * @param account absent where nobody had claimed the profile
 */
public record PersonErased(String id, @Nullable String account) {

    /** Stands where an account was, so that a history stays readable without telling who. */
    public static final String MARKER = "compte-efface";
}
