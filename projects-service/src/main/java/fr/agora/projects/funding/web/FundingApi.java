package fr.agora.projects.funding.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.funding.Applicant;
import fr.agora.projects.funding.FundingBoard;
import fr.agora.projects.funding.FundingGrant;
import fr.agora.projects.funding.FundingWindow;
import fr.agora.projects.funding.FundingWindow.Answer;
import fr.agora.projects.funding.FundingWindow.Limit;
import fr.agora.projects.funding.GrantDraft;
import fr.agora.projects.funding.Granting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The funding window for programs; amounts are whole euros. */
@Tag(name = "funding")
@RestController
@RequestMapping("/api/projects/funding")
class FundingApi {

    private final Granting granting;
    private final FundingBoard board;
    private final Clock clock;

    FundingApi(Granting granting, FundingBoard board, Clock clock) {
        this.granting = granting;
        this.board = board;
        this.clock = clock;
    }

    /**
     * @param amount zero for an applicant the window is not for
     * @param limit which of the two limits holds; absent where nothing can be given
     */
    record Simulated(
            boolean eligible, long amount, @Nullable Limit limit) {}

    /** A grant to be recorded. */
    record Written(
            @Nullable String useCase,
            @Nullable Integer year,
            @Nullable Long totalBudget,
            @Nullable Long share) {}

    /** A grant as recorded. */
    record Recorded(String id, String useCaseId, int year, long totalBudget, long share) {}

    @Operation(summary = "What the window may give: half of the total budget, 500 000 EUR at most")
    @GetMapping("/simulation")
    Simulated simulate(@RequestParam long budget, @RequestParam Applicant applicant) {
        if (budget <= 0 || budget > FundingWindow.LARGEST_BUDGET) {
            throw ProblemException.invalidField("budget", "funding.budget", FundingWindow.LARGEST_BUDGET);
        }
        return switch (FundingWindow.simulate(budget, applicant)) {
            case Answer.Eligible given -> new Simulated(true, given.amount(), given.limit());
            case Answer.NotEligible none -> new Simulated(false, 0, null);
        };
    }

    @Operation(summary = "What was given, by year, as far as the reader may know the use cases")
    @GetMapping("/board")
    List<FundingBoard.Year> board(@Parameter(hidden = true) Optional<CurrentUser> reader) {
        return board.seenBy(reader);
    }

    @Operation(summary = "Records a grant to a use case; moderators do")
    @PostMapping("/grants")
    @ResponseStatus(HttpStatus.CREATED)
    Recorded record(@RequestBody Written grant, @Parameter(hidden = true) CurrentUser moderator) {
        Granting.allow(moderator);
        if (grant.useCase() == null || grant.useCase().isBlank()) {
            throw ProblemException.invalidField("useCase", "field.required");
        }
        GrantDraft draft = GrantDraft.checked(grant.year(), grant.totalBudget(), grant.share(), clock);
        FundingGrant recorded = granting.record(moderator, grant.useCase(), draft);
        return new Recorded(
                recorded.id(), recorded.useCaseId(), recorded.year(), recorded.totalBudget(), recorded.share());
    }

    @Operation(summary = "Takes a grant back that was recorded by mistake")
    @DeleteMapping("/grants/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id, @Parameter(hidden = true) CurrentUser moderator) {
        granting.takeBack(moderator, id);
    }
}
