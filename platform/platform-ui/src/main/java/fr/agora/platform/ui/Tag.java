package fr.agora.platform.ui;

import org.jspecify.annotations.Nullable;

/**
 * A key word.
 *
 * @param href where the other things with this tag are, absent for a plain one
 */
public record Tag(String label, @Nullable String href) {

    public static Tag of(String label) {
        return new Tag(label, null);
    }
}
