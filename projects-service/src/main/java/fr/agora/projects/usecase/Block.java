package fr.agora.projects.usecase;

import org.jspecify.annotations.Nullable;

/**
 * A brick: a part of a use case that others may take without the rest.
 *
 * @param licence SPDX identifier
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
        if (licence != null && !Licence.isWellFormed(licence)) {
            throw new IllegalArgumentException("Not an SPDX identifier: " + licence);
        }
    }

    public String url() {
        return "/briques/" + id;
    }
}
