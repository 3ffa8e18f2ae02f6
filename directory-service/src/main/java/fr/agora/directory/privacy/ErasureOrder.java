package fr.agora.directory.privacy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The word that asks for an erasure, so that no slip of the mouse does.
 *
 * @param confirmation « EFFACER » or "ERASE"
 */
public record ErasureOrder(@Nullable String confirmation) {

    public boolean isMeant() {
        String typed = confirmation == null ? "" : confirmation.strip().toUpperCase(Locale.ROOT);
        return typed.equals("EFFACER") || typed.equals("ERASE");
    }
}
