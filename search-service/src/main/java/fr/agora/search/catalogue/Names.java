package fr.agora.search.catalogue;

import java.util.regex.Pattern;

/** How names made of several words are written. */
final class Names {

    private static final Pattern SEAM = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll})");

    private Names() {}

    /** {@code SignalConso} as « Signal Conso », so that each of its words is found too. */
    static String parted(String name) {
        return SEAM.matcher(name).replaceAll(" ");
    }
}
