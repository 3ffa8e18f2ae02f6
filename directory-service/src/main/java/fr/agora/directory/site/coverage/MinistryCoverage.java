package fr.agora.directory.site.coverage;

import fr.agora.directory.coverage.CoverageCounts;
import fr.agora.directory.coverage.CoverageNode;
import fr.agora.directory.coverage.CoverageRow;
import fr.agora.directory.organization.Organization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ministry's coverage.
 *
 * @param roots the tree, where it fits a page; else {@code rows} is one page of the list
 * @param editor whether the reader names this ministry's relays
 */
public record MinistryCoverage(
        Organization ministry,
        CoverageCounts counts,
        boolean gapsOnly,
        boolean asTree,
        List<CoverageNode> roots,
        List<CoverageRow> rows,
        @Nullable String next,
        boolean further,
        boolean editor) {}
