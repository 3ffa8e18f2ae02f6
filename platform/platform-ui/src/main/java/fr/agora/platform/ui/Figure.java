package fr.agora.platform.ui;

import org.jspecify.annotations.Nullable;

/**
 * A number worth showing large.
 *
 * @param value formatted
 * @param label what it counts
 * @param href where the things counted are listed
 */
public record Figure(String value, String label, @Nullable String href) {

    public static Figure of(String value, String label) {
        return new Figure(value, label, null);
    }
}
