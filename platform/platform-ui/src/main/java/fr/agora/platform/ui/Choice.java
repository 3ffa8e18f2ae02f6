package fr.agora.platform.ui;

import org.jspecify.annotations.Nullable;

/**
 * One possible answer of a select, radio group or group of checkboxes.
 *
 * @param label ready to be shown
 * @param hint a second line, where one helps
 */
public record Choice(String value, String label, @Nullable String hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null);
    }
}
