package fr.agora.jobs.recruiter.web;

import fr.agora.jobs.recruiter.RecruiterMandate;
import fr.agora.jobs.recruiter.RecruiterMandateKind;
import fr.agora.jobs.recruiter.RecruiterMandateState;
import fr.agora.jobs.recruiter.RecruiterMandateStep;
import fr.agora.jobs.recruiter.RoleStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the API answers it, to its holder and to those who decide on it.
 *
 * @param name as the person asking signs; absent once erased
 * @param role what the identity server was told
 */
record RecruiterMandateView(
        String id,
        RecruiterMandateKind kind,
        RecruiterMandateState state,
        Employer organization,
        @Nullable String name,
        @Nullable String reason,
        @Nullable LocalDate endsOn,
        RoleStanding role,
        Instant updatedAt,
        List<RecruiterMandateStep> steps) {

    record Employer(String id, String name) {}

    static RecruiterMandateView of(RecruiterMandate mandate) {
        return new RecruiterMandateView(
                mandate.id(),
                mandate.kind(),
                mandate.state(),
                new Employer(mandate.organizationId(), mandate.organizationName()),
                mandate.name(),
                mandate.reason(),
                mandate.endsOn(),
                mandate.role(),
                mandate.updatedAt(),
                mandate.steps());
    }
}
