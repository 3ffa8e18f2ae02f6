package fr.agora.projects.funding.web;

import org.jspecify.annotations.Nullable;

/** Whole euros as people type them: {@code 1 200 000}, {@code 1200000 €}. */
final class Amounts {

    private static final int MOST_DIGITS = 12;

    private Amounts() {}

    /** Null when it is no whole number. */
    static @Nullable Long read(String typed) {
        String digits = typed.replaceAll("[\\s\\u00A0\\u202F€]", "");
        return digits.matches("[0-9]{1," + MOST_DIGITS + "}") ? Long.valueOf(digits) : null;
    }

    static @Nullable Integer year(String typed) {
        String digits = typed.strip();
        return digits.matches("[0-9]{4}") ? Integer.valueOf(digits) : null;
    }
}
