package fr.agora.jobs.recruiter.web;

import fr.agora.jobs.recruiter.MandateAppointment;
import fr.agora.jobs.recruiter.RecruiterMandate;
import fr.agora.jobs.recruiter.RecruiterMandateState;
import fr.agora.jobs.recruiter.web.MandateDecisionPage.Shown;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where requests are granted or refused, and mandates taken back. */
@Controller
class MandateDecisionPages {

    private static final int ROWS = 18;

    private final MandateAppointment appointment;
    private final Clock clock;

    MandateDecisionPages(MandateAppointment appointment, Clock clock) {
        this.appointment = appointment;
        this.clock = clock;
    }

    @GetMapping("/recrutement/mandats")
    String mandates(
            @RequestParam(required = false) @Nullable String etat,
            @RequestParam(required = false) @Nullable String cursor,
            CurrentUser user,
            Page page,
            Model model) {
        Shown shown = Arrays.stream(Shown.values())
                .filter(each -> each.word().equals(etat))
                .findFirst()
                .orElse(Shown.DEMANDES);
        Slice<RecruiterMandate> found = appointment.decidable(user, states(shown), new Paging(ROWS, cursor));
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "mandates",
                new MandateDecisionPage(
                        found.map(each -> MandateCard.of(each, page)).items(),
                        shown,
                        today.toString(),
                        today.plusYears(1).toString(),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
        return "recruiter/mandates";
    }

    @PostMapping("/recrutement/mandats/{id}/accorder")
    String grant(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String endsOn,
            CurrentUser user) {
        appointment.grant(user, id, reason, day(endsOn));
        return "redirect:/recrutement/mandats?fait=mandat-accorde";
    }

    @PostMapping("/recrutement/mandats/{id}/refuser")
    String refuse(@PathVariable String id, @RequestParam(required = false) @Nullable String reason, CurrentUser user) {
        appointment.refuse(user, id, reason);
        return "redirect:/recrutement/mandats?fait=mandat-refuse";
    }

    @PostMapping("/recrutement/mandats/{id}/retirer")
    String withdraw(
            @PathVariable String id, @RequestParam(required = false) @Nullable String reason, CurrentUser user) {
        appointment.withdraw(user, id, reason);
        return "redirect:/recrutement/mandats?etat=" + Shown.EN_VIGUEUR.word() + "&fait=mandat-retire";
    }

    private static List<RecruiterMandateState> states(Shown shown) {
        return switch (shown) {
            case DEMANDES -> List.of(RecruiterMandateState.REQUESTED);
            case EN_VIGUEUR -> List.of(RecruiterMandateState.GRANTED);
            case PASSES ->
                List.of(RecruiterMandateState.REFUSED, RecruiterMandateState.WITHDRAWN, RecruiterMandateState.EXPIRED);
        };
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException wrong) {
            throw ProblemException.invalidField("endsOn", "field.format");
        }
    }
}
