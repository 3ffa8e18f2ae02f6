package fr.agora.directory.site.contact;

import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateState;
import org.jspecify.annotations.Nullable;

/**
 * One contact point.
 *
 * @param contact whether it may be written to now
 * @param manager whether the reader may suspend, hand over or end it
 */
public record PointPage(
        Mandate mandate,
        String title,
        MandateState state,
        boolean contact,
        HolderNames.@Nullable Holder holder,
        boolean manager,
        boolean own) {}
