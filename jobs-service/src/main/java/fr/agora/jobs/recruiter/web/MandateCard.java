package fr.agora.jobs.recruiter.web;

import fr.agora.jobs.recruiter.RecruiterMandate;
import fr.agora.jobs.recruiter.RecruiterMandateKind;
import fr.agora.jobs.recruiter.RecruiterMandateState;
import fr.agora.jobs.recruiter.RecruiterMandateStep;
import fr.agora.jobs.recruiter.RoleStanding;
import fr.agora.platform.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mandate in the page's words.
 *
 * @param who the name the request is signed with; absent once erased
 * @param until its last day; absent while it is only asked for
 * @param role what has become of the role it brings; absent where there is nothing to say
 * @param badge the kind of badge its state deserves
 */
public record MandateCard(
        String id,
        String kind,
        String state,
        String badge,
        String organization,
        @Nullable String who,
        @Nullable String reason,
        @Nullable String until,
        @Nullable String role,
        boolean open,
        boolean requested,
        boolean granted,
        boolean roleGiven,
        List<Step> steps) {

    /** A step of its life. */
    public record Step(String day, String what, @Nullable String reason) {}

    static MandateCard of(RecruiterMandate mandate, Page page) {
        boolean recruits = mandate.kind() == RecruiterMandateKind.RECRUITER;
        boolean granted = mandate.state() == RecruiterMandateState.GRANTED;
        return new MandateCard(
                mandate.id(),
                page.t("recruiter.kind." + mandate.kind()),
                page.t("recruiter.state." + mandate.state()),
                badge(mandate.state()),
                mandate.organizationName(),
                mandate.name(),
                mandate.reason(),
                mandate.endsOn() == null ? null : page.date(mandate.endsOn()),
                recruits && mandate.role() != RoleStanding.NONE ? page.t("recruiter.role." + mandate.role()) : null,
                mandate.isOpen(),
                mandate.state() == RecruiterMandateState.REQUESTED,
                granted,
                granted && mandate.role() == RoleStanding.GRANTED,
                mandate.steps().reversed().stream()
                        .map(step -> step(step, page))
                        .toList());
    }

    private static String badge(RecruiterMandateState state) {
        return switch (state) {
            case REQUESTED -> "info";
            case GRANTED -> "success";
            case REFUSED -> "error";
            case WITHDRAWN, EXPIRED -> "warning";
        };
    }

    private static Step step(RecruiterMandateStep step, Page page) {
        return new Step(
                page.date(step.at()),
                page.t("recruiter.step." + step.state(), page.t("recruiter.by." + step.by())),
                step.reason());
    }
}
