package fr.agora.platform.ui;

import org.jspecify.annotations.Nullable;

/**
 * One step of the breadcrumb.
 *
 * @param path absent for the present page
 */
public record Crumb(String label, @Nullable String path) {

    public static Crumb of(String label, String path) {
        return new Crumb(label, path);
    }

    public static Crumb here(String label) {
        return new Crumb(label, null);
    }
}
