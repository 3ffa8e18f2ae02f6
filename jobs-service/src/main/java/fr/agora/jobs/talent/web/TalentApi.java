package fr.agora.jobs.talent.web;

import fr.agora.jobs.talent.TalentMatching;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members who consented to be approached, for those who recruit. */
@Tag(name = "talents")
@RestController
class TalentApi {

    private final TalentMatching matching;

    TalentApi(TalentMatching matching) {
        this.matching = matching;
    }

    @Operation(summary = "Talents ranked by skills; those who hide from the caller's organisation are not there")
    @GetMapping("/api/jobs/talents")
    Slice<TalentView> search(
            @RequestParam(required = false) @Nullable List<String> skill,
            @RequestParam(required = false) @Nullable String territory,
            @Parameter(hidden = true) CurrentUser recruiter,
            Paging paging) {
        return matching.search(recruiter, TalentSearch.wanted(skill, territory), paging)
                .map(TalentView::of);
    }

    @Operation(summary = "Talents ranked for an offer, for its recruiter")
    @GetMapping("/api/jobs/offers/{id}/talents")
    Slice<TalentView> forOffer(
            @PathVariable String id, @Parameter(hidden = true) CurrentUser recruiter, Paging paging) {
        return matching.forOffer(recruiter, matching.offer(recruiter, id), paging)
                .map(TalentView::of);
    }
}
