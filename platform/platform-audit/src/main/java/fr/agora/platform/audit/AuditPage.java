package fr.agora.platform.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal as it is shown.
 *
 * @param service whose journal this is
 * @param path of the page
 * @param doubts services whose chain is not what it was
 * @param filtered whether something is looked for
 * @param next address of the page after
 * @param further whether this is not the first page
 */
public record AuditPage(
        String service,
        String path,
        List<Journal> journals,
        List<AuditRow> rows,
        List<Doubt> doubts,
        boolean filtered,
        String csv,
        @Nullable String next,
        boolean further) {

    /** A service whose chain told something else than before. */
    public record Doubt(String service, String since) {}
}
