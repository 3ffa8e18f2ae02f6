package fr.agora.directory.site.mandate;

import fr.agora.directory.organization.Ministry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own mandates and, for an AMDAC or Etalab, those they give.
 *
 * @param given the latest first
 * @param next address of the following ones
 */
public record MandateDesk(
        List<MandateRow> own,
        List<Ministry> ministries,
        boolean appoints,
        List<MandateRow> given,
        @Nullable String next,
        boolean further) {}
