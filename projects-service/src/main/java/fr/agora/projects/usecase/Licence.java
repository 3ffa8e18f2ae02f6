package fr.agora.projects.usecase;

import java.util.regex.Pattern;

/** The name of a licence in the SPDX list, such as {@code etalab-2.0}; only its shape is known here. */
public final class Licence {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");

    private Licence() {}

    public static boolean isWellFormed(String identifier) {
        return SHAPE.matcher(identifier).matches();
    }
}
