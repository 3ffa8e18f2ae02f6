package fr.agora.projects.usecase;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was measured before and after; in a draft any part may still be missing.
 *
 * @param before a text: « trois semaines » says as much as a number
 */
public record Indicator(
        @Nullable String label,
        @Nullable String before,
        @Nullable String after,
        @Nullable String unit,
        @Nullable LocalDate measuredOn,
        @Nullable String source) {

    /** Others may be told of it: it says what was measured, when, and by whom. */
    public boolean saysWhoMeasured() {
        return label != null && measuredOn != null && source != null;
    }
}
