package fr.agora.projects.replicability.web;

import fr.agora.platform.ui.Page;
import fr.agora.projects.replicability.Review;
import fr.agora.projects.replicability.Score;
import fr.agora.projects.replicability.VerdictRule;
import fr.agora.projects.usecase.UseCase;
import java.util.List;

/**
 * The reviews of a use case, in the page's words.
 *
 * @param reviews the latest first; perhaps none
 * @param rule how the verdict follows from the scores
 */
public record ReviewPage(String title, String url, List<Shown> reviews, String rule, boolean mayReview) {

    /** One review. */
    public record Shown(String verdict, String colour, String day, String total, String summary, List<Line> lines) {}

    /** One criterion: what it asks, its points, what was seen. */
    public record Line(String criterion, String points, String evidence) {}

    static ReviewPage of(UseCase useCase, List<Review> reviews, boolean mayReview, Page page) {
        return new ReviewPage(
                useCase.content().title(),
                useCase.url(),
                reviews.stream().map(each -> shown(each, page)).toList(),
                page.t("replicability.rule", VerdictRule.REPLICABLE_FROM, VerdictRule.CONDITIONS_FROM),
                mayReview);
    }

    private static Shown shown(Review review, Page page) {
        return new Shown(
                page.t("verdict." + review.verdict()),
                colour(review),
                page.date(review.reviewedOn()),
                page.t("replicability.total", review.total()),
                review.summary(),
                review.scores().stream().map(score -> line(score, page)).toList());
    }

    private static Line line(Score score, Page page) {
        return new Line(
                page.t("criterion." + score.criterion()),
                page.t("replicability.points", score.points()),
                score.evidence());
    }

    private static String colour(Review review) {
        return switch (review.verdict()) {
            case REPLICABLE -> "success";
            case WITH_CONDITIONS -> "warning";
            case NOT_REPLICABLE -> "error";
        };
    }
}
