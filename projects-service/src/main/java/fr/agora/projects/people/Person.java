package fr.agora.projects.people;

import org.jspecify.annotations.Nullable;

/**
 * A member of the directory.
 *
 * @param account absent where nobody has claimed the profile
 * @param name absent where fewer than all agents may read it
 * @param publicly whether anyone may read the name, or agents only
 */
public record Person(
        String id, @Nullable String account, @Nullable String name, boolean publicly) {

    public String url() {
        return "/annuaire/membres/" + id;
    }

    /** Whether a reader may be shown the name. */
    public boolean isVisibleTo(boolean loggedIn) {
        return name != null && (publicly || loggedIn);
    }
}
