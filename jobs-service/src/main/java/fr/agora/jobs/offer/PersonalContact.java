package fr.agora.jobs.offer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** E-mail addresses and telephone numbers in free text: they have no place in what everybody reads. */
public final class PersonalContact {

    // bounded on both sides of the sign: nothing to backtrack over in a long text
    private static final Pattern FOUND = Pattern.compile(
            "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}"
                    + "|(?<![\\p{N}.])(?:(?:\\+|00)33[ .\\u00a0-]?(?:\\(0\\))?|0)[1-9](?:[ .\\u00a0-]?\\p{N}{2}){4}(?!\\p{N})");

    private PersonalContact() {}

    public static boolean isIn(@Nullable String text) {
        return text != null && FOUND.matcher(text).find();
    }

    /** The text without them. */
    public static String removedFrom(String text) {
        return FOUND.matcher(text).replaceAll("[…]");
    }
}
