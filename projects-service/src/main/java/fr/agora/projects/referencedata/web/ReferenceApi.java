package fr.agora.projects.referencedata.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.referencedata.ReferenceDataset;
import fr.agora.projects.referencedata.ReferenceDatasets;
import fr.agora.projects.referencedata.ReferenceDraft;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reference data for programs. */
@Tag(name = "reference-data")
@RestController
@RequestMapping("/api/projects/reference-data")
class ReferenceApi {

    private final ReferenceDatasets datasets;
    private final Clock clock;

    ReferenceApi(ReferenceDatasets datasets, Clock clock) {
        this.datasets = datasets;
        this.clock = clock;
    }

    /** A reference dataset to be written; a criterion is whole or absent. */
    record Written(
            @Nullable String name,
            @Nullable String summary,
            @Nullable String sourceOrganization,
            @Nullable String dataGouvSlug,
            ReferenceDraft.@Nullable Written completeness,
            ReferenceDraft.@Nullable Written freshness,
            ReferenceDraft.@Nullable Written diffusion) {}

    @Operation(summary = "The catalogue of reference data, by name")
    @GetMapping
    List<ReferenceDataset> list() {
        return datasets.all();
    }

    @Operation(summary = "One reference dataset with its three criteria")
    @GetMapping("/{id}")
    ReferenceDataset read(@PathVariable String id) {
        return datasets.find(id).orElseThrow(ProblemException::notFound);
    }

    @Operation(summary = "Writes or replaces a reference dataset; moderators do")
    @PutMapping("/{id}")
    ReferenceDataset write(
            @PathVariable String id, @RequestBody Written written, @Parameter(hidden = true) CurrentUser moderator) {
        ReferenceDatasets.allow(moderator);
        return datasets.write(
                moderator,
                ReferenceDraft.checked(
                        id,
                        written.name(),
                        written.summary(),
                        written.sourceOrganization(),
                        written.dataGouvSlug(),
                        written.completeness(),
                        written.freshness(),
                        written.diffusion(),
                        clock));
    }
}
