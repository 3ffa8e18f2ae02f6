package fr.agora.directory.coverage;

import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.organization.OrganizationKind;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One organisation and who covers it.
 *
 * @param by the organisation whose relay covers it, where that is another one
 * @param relay path of the relay's contact page
 * @param holder present where the reader may see the holder's profile
 */
public record CoverageRow(
        OrganizationRef organization,
        OrganizationKind kind,
        List<OrganizationRef> parents,
        List<Labelled> territories,
        Covered state,
        @Nullable OrganizationRef by,
        @Nullable String relay,
        HolderNames.@Nullable Holder holder) {}
