package fr.agora.directory.cohort;

import fr.agora.platform.text.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * A place in a promotion of « Entrepreneurs d'intérêt général ».
 *
 * @param challenge the « défi », in the member's words
 */
public record Alumni(
        Labelled cohort,
        @Nullable String challenge,
        @Nullable ProfileType profile) {}
