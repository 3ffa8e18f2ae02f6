package fr.agora.directory.site.mandate;

import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateState;
import org.jspecify.annotations.Nullable;

/**
 * One mandate in a list.
 *
 * @param title the role in words
 */
public record MandateRow(Mandate mandate, String title, MandateState state, HolderNames.@Nullable Holder holder) {}
