package fr.agora.projects.replicability.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.projects.replicability.Review;
import fr.agora.projects.replicability.ReviewRequest;
import fr.agora.projects.replicability.Reviews;
import fr.agora.projects.replicability.Score;
import fr.agora.projects.usecase.UseCaseWriting;
import fr.agora.projects.usecase.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Replicability reviews for programs. */
@Tag(name = "replicability")
@RestController
@RequestMapping("/api/projects/use-cases/{idOrSlug}/replicability-reviews")
class ReviewApi {

    private final Reviews reviews;
    private final UseCaseWriting useCases;

    ReviewApi(Reviews reviews, UseCaseWriting useCases) {
        this.reviews = reviews;
        this.useCases = useCases;
    }

    /** @param total points of 20 */
    record View(String id, Verdict verdict, int total, List<Score> scores, String summary, LocalDate reviewedOn) {

        static View of(Review review) {
            return new View(
                    review.id(),
                    review.verdict(),
                    review.total(),
                    review.scores(),
                    review.summary(),
                    review.reviewedOn());
        }
    }

    @Operation(summary = "Every review of a use case, the latest first")
    @GetMapping
    List<View> list(@PathVariable String idOrSlug, @Parameter(hidden = true) Optional<CurrentUser> reader) {
        return reviews.of(useCases.visible(reader, idOrSlug)).stream()
                .map(View::of)
                .toList();
    }

    @Operation(summary = "Reviews a use case: ten criteria, 0 to 2 points each with evidence; moderators only")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View review(
            @PathVariable String idOrSlug,
            @RequestBody ReviewRequest review,
            @Parameter(hidden = true) CurrentUser reviewer) {
        return View.of(reviews.review(reviewer, idOrSlug, review));
    }
}
