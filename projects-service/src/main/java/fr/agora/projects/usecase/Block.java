package fr.agora.projects.usecase;

import org.jspecify.annotations.Nullable;

/**
 * A brick: a part of a use case that others may take without the rest.
 *
 * @param licence SPDX expression, in the spelling of the list
 */
public record Block(
        String id,
        String name,
        BlockKind kind,
        @Nullable String summary,
        @Nullable String licence,
        BlockAccess access) {

    public Block {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A brick has a name: " + id);
        }
    }

    public String url() {
        return "/briques/" + id;
    }
}
