package fr.agora.jobs.recruiter.web;

import fr.agora.jobs.recruiter.MandateAppointment;
import fr.agora.jobs.recruiter.RecruiterMandateKind;
import fr.agora.jobs.recruiter.RecruiterMandateState;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recruiter mandates: asked for by members, decided by those who answer for their organisation. */
@Tag(name = "recruiter mandates")
@RestController
@RequestMapping("/api/jobs/recruiter-mandates")
class RecruiterMandateApi {

    private final MandateAppointment appointment;

    RecruiterMandateApi(MandateAppointment appointment) {
        this.appointment = appointment;
    }

    /** @param kind absent: to recruit for one's organisation */
    record Request(
            @Nullable RecruiterMandateKind kind, @Nullable String reason) {}

    /** @param endsOn last day of a mandate granted; absent: a year from today */
    record Decision(@Nullable String reason, @Nullable LocalDate endsOn) {}

    @Operation(summary = "Mandates in a state that the caller may decide on, the latest touched first")
    @GetMapping
    Slice<RecruiterMandateView> decidable(
            @RequestParam(defaultValue = "REQUESTED") RecruiterMandateState state,
            @Parameter(hidden = true) CurrentUser user,
            Paging paging) {
        return appointment.decidable(user, List.of(state), paging).map(RecruiterMandateView::of);
    }

    @Operation(summary = "The caller's own mandates, the latest first")
    @GetMapping("/mine")
    List<RecruiterMandateView> mine(@Parameter(hidden = true) CurrentUser user) {
        return appointment.of(user).stream().map(RecruiterMandateView::of).toList();
    }

    @Operation(summary = "Asks for a mandate for the caller's organisation, with a reason")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RecruiterMandateView request(@RequestBody Request wanted, @Parameter(hidden = true) CurrentUser user) {
        RecruiterMandateKind kind = wanted.kind() == null ? RecruiterMandateKind.RECRUITER : wanted.kind();
        return RecruiterMandateView.of(appointment.request(user, kind, wanted.reason()));
    }

    @Operation(summary = "Grants a request; the role follows as soon as the identity server answers")
    @PostMapping("/{id}/grant")
    RecruiterMandateView grant(
            @PathVariable String id, @RequestBody Decision decision, @Parameter(hidden = true) CurrentUser user) {
        return RecruiterMandateView.of(appointment.grant(user, id, decision.reason(), decision.endsOn()));
    }

    @Operation(summary = "Refuses a request, with a reason")
    @PostMapping("/{id}/refuse")
    RecruiterMandateView refuse(
            @PathVariable String id, @RequestBody Decision decision, @Parameter(hidden = true) CurrentUser user) {
        return RecruiterMandateView.of(appointment.refuse(user, id, decision.reason()));
    }

    @Operation(summary = "Takes a mandate back, with a reason; the role goes with it")
    @PostMapping("/{id}/withdraw")
    RecruiterMandateView withdraw(
            @PathVariable String id, @RequestBody Decision decision, @Parameter(hidden = true) CurrentUser user) {
        return RecruiterMandateView.of(appointment.withdraw(user, id, decision.reason()));
    }

    @Operation(summary = "Gives one's own mandate or request up")
    @PostMapping("/{id}/give-up")
    RecruiterMandateView giveUp(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        return RecruiterMandateView.of(appointment.giveUp(user, id));
    }
}
