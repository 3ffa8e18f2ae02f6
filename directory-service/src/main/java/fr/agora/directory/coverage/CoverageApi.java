package fr.agora.directory.coverage;

import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coverage for programs. */
@RestController
@Tag(name = "Couverture")
class CoverageApi {

    /** A page of a ministry's coverage. */
    record View(
            OrganizationRef ministry,
            CoverageCounts counts,
            List<CoverageRow> items,
            @Nullable String next) {}

    private final Coverage coverage;

    CoverageApi(Coverage coverage) {
        this.coverage = coverage;
    }

    @GetMapping("/api/directory/coverage/{ministry}")
    @Operation(summary = "Directorates, field services and operators of a ministry, with their relay or without")
    View one(
            @PathVariable String ministry,
            @RequestParam(required = false) @Nullable String under,
            @RequestParam(defaultValue = "false") boolean gaps,
            CurrentUser reader,
            Paging paging) {
        OrganizationRef named = coverage.ministry(ministry).ref();
        Slice<CoverageRow> rows = coverage.list(ministry, under, gaps, Optional.of(reader), paging);
        return new View(named, coverage.counts(ministry), rows.items(), rows.next());
    }
}
