package fr.agora.directory.site;

import fr.agora.directory.reference.Commune;
import fr.agora.directory.reference.Communes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commune somebody typed by name or postal code.
 *
 * @param commune the one meant, if that is clear
 * @param close the communes it may be, where it is not
 */
public record TypedPlace(String typed, @Nullable Commune commune, List<Commune> close) {

    private static final int SUGGESTED = 6;
    private static final int LONGEST = 100;

    static TypedPlace of(String typed, Communes communes) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed.strip();
        if (text.isEmpty()) {
            return new TypedPlace("", null, List.of());
        }
        return communes.meant(text)
                .map(commune -> new TypedPlace(text, commune, List.of()))
                .orElseGet(() -> new TypedPlace(text, null, communes.suggest(text, SUGGESTED)));
    }

    public boolean isUnclear() {
        return !typed.isEmpty() && commune == null;
    }

    /** The name typed, or the commune's own once it is known. */
    public String shown() {
        return commune == null ? typed : commune.name();
    }
}
