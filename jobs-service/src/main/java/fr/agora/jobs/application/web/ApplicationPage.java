package fr.agora.jobs.application.web;

import fr.agora.jobs.application.Application;
import fr.agora.jobs.application.Cv;
import fr.agora.jobs.application.Stage;
import fr.agora.jobs.relay.Referral;
import fr.agora.platform.ui.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An application, in the page's words.
 *
 * @param name of the candidate, absent once withdrawn
 * @param history the latest first
 * @param recommended who recommends the candidate, absent for nobody
 * @param note of whoever recommends
 * @param next the usual next stage, absent where there is none
 * @param stages where else it may go
 */
public record ApplicationPage(
        String id,
        String offerId,
        String offerTitle,
        @Nullable String name,
        Stage stage,
        String stageLabel,
        String badge,
        String received,
        @Nullable String message,
        @Nullable String cv,
        List<Step> history,
        boolean relayed,
        boolean referred,
        @Nullable String recommended,
        @Nullable String note,
        @Nullable Move next,
        List<Move> stages) {

    /** A step, with what the recruiter wrote with it. */
    public record Step(String day, String what, @Nullable String word) {}

    /** A stage it may be moved to. */
    public record Move(Stage stage, String label) {}

    static ApplicationPage of(Application application, Optional<Referral> recommendation, Page page) {
        Stage stage = application.stage();
        Cv cv = application.cv();
        Stage next = stage.next();
        return new ApplicationPage(
                application.id(),
                application.offerId(),
                application.offerTitle(),
                application.name(),
                stage,
                page.t("stage." + stage),
                badge(stage),
                page.date(application.receivedAt()),
                application.message(),
                cv == null ? null : page.t("application.file", cv.name(), page.number(Math.max(1, cv.size() / 1024))),
                application.history().reversed().stream()
                        .map(step -> new Step(page.date(step.at()), page.t("stage." + step.stage()), step.word()))
                        .toList(),
                application.isRelayed(),
                application.referral() != null,
                recommendation
                        .map(Referral::byName)
                        .map(name -> name.isBlank() ? page.t("referral.somebody") : name)
                        .orElse(null),
                recommendation.map(Referral::note).orElse(null),
                next == null ? null : move(next, page),
                stage == Stage.WITHDRAWN
                        ? List.of()
                        : Arrays.stream(Stage.values())
                                .filter(each -> each != stage && each != Stage.WITHDRAWN)
                                .map(each -> move(each, page))
                                .toList());
    }

    private static Move move(Stage stage, Page page) {
        return new Move(stage, page.t("stage." + stage));
    }

    private static String badge(Stage stage) {
        return switch (stage) {
            case RECEIVED -> "new";
            case REVIEWING, INTERVIEW -> "info";
            case PROPOSED, HIRED -> "success";
            case REJECTED -> "warning";
            case WITHDRAWN -> "beige-gris-galet";
        };
    }
}
