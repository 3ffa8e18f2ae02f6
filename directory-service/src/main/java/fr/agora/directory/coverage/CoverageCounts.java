package fr.agora.directory.coverage;

import fr.agora.directory.organization.OrganizationKind;
import java.util.List;

/**
 * How far a ministry is covered.
 *
 * @param total organisations that should have a relay
 * @param relays with one of their own
 * @param above covered by a relay above them
 */
public record CoverageCounts(long total, long relays, long above, long gaps, List<OfKind> kinds) {

    /** The same for one kind of organisation. */
    public record OfKind(OrganizationKind kind, long total, long gaps) {}

    public CoverageCounts {
        kinds = List.copyOf(kinds);
    }

    /** Whole per cent. */
    public long percent() {
        return total == 0 ? 100 : (total - gaps) * 100 / total;
    }
}
