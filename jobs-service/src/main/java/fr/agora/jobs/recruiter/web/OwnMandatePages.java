package fr.agora.jobs.recruiter.web;

import fr.agora.jobs.copies.Organization;
import fr.agora.jobs.copies.Organizations;
import fr.agora.jobs.recruiter.MandateAppointment;
import fr.agora.jobs.recruiter.MandateRule;
import fr.agora.jobs.recruiter.RecruiterMandate;
import fr.agora.jobs.recruiter.RecruiterMandateKind;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a member asks for a mandate and follows what becomes of it. */
@Controller
class OwnMandatePages {

    private final MandateAppointment appointment;
    private final MandateRule rule;
    private final Organizations organizations;
    private final ProblemTexts texts;

    OwnMandatePages(MandateAppointment appointment, MandateRule rule, Organizations organizations, ProblemTexts texts) {
        this.appointment = appointment;
        this.rule = rule;
        this.organizations = organizations;
        this.texts = texts;
    }

    @GetMapping("/recrutement/mandat")
    String own(CurrentUser user, Page page, Model model) {
        return show(user, Form.of(Map.of("kind", RecruiterMandateKind.RECRUITER)), page, model);
    }

    @PostMapping("/recrutement/mandat")
    String request(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String reason,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        Map<String, Object> typed = new HashMap<>();
        typed.put("kind", kind == null ? RecruiterMandateKind.RECRUITER.name() : kind);
        typed.put("reason", reason == null ? "" : reason);
        try {
            appointment.request(user, kind(kind), reason);
            return "redirect:/recrutement/mandat?fait=mandat-demande";
        } catch (ProblemException refused) {
            if (refused.fields().isEmpty()) {
                throw refused;
            }
            Form form =
                    Form.of(typed).named("reason", page.t("recruiter.reason")).named("kind", page.t("recruiter.kind"));
            for (FieldProblem field : refused.fields()) {
                form.reject(field.field(), texts.field(field, page.locale()));
            }
            response.setStatus(422);
            model.addAttribute("form", form);
            return show(user, form, page, model);
        }
    }

    @PostMapping("/recrutement/mandat/{id}/renoncer")
    String giveUp(@PathVariable String id, CurrentUser user) {
        appointment.giveUp(user, id);
        return "redirect:/recrutement/mandat?fait=mandat-rendu";
    }

    private static RecruiterMandateKind kind(@Nullable String typed) {
        return Arrays.stream(RecruiterMandateKind.values())
                .filter(each -> typed == null || typed.isBlank() || each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalidField("kind", "field.unknown", String.valueOf(typed)));
    }

    private String show(CurrentUser user, Form form, Page page, Model model) {
        List<RecruiterMandate> own = appointment.of(user);
        String organization = user.organization();
        boolean recruits = rule.mayRecruit(user);
        model.addAttribute(
                "mine",
                new OwnMandatePage(
                        organization == null
                                ? null
                                : organizations
                                        .find(organization)
                                        .map(Organization::name)
                                        .orElse(organization),
                        own.stream().map(each -> MandateCard.of(each, page)).toList(),
                        form,
                        kinds(own, recruits, page),
                        recruits && own.stream().noneMatch(OwnMandatePages::isOpenRecruiter),
                        user.has(Role.MEMBER),
                        appointment.decides(user),
                        rule.isOfHrNetwork(user) || !rule.ministriesOf(user).isEmpty()));
        return "recruiter/mandate";
    }

    private static boolean isOpenRecruiter(RecruiterMandate mandate) {
        return mandate.isOpen() && mandate.kind() == RecruiterMandateKind.RECRUITER;
    }

    private static List<Choice> kinds(List<RecruiterMandate> own, boolean recruits, Page page) {
        List<Choice> left = new ArrayList<>();
        for (RecruiterMandateKind kind : RecruiterMandateKind.values()) {
            boolean asked = own.stream().anyMatch(each -> each.isOpen() && each.kind() == kind);
            if (!asked && !(kind == RecruiterMandateKind.RECRUITER && recruits)) {
                left.add(Choice.of(kind.name(), page.t("recruiter.kind." + kind + ".choice")));
            }
        }
        return left;
    }
}
