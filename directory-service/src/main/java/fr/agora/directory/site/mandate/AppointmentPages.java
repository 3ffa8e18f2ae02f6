package fr.agora.directory.site.mandate;

import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateAppointment;
import fr.agora.directory.mandate.MandateAuthority;
import fr.agora.directory.mandate.MandateDraft;
import fr.agora.directory.mandate.MandateDraft.ActDraft;
import fr.agora.directory.mandate.MandateLife;
import fr.agora.directory.mandate.MandateRole;
import fr.agora.directory.mandate.Term;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.Organizations;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.directory.site.FormCheck;
import fr.agora.directory.site.TypedOrganization;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms that appoint somebody and hand a mandate over. */
@Controller
class AppointmentPages {

    /** A rule's fields, as the form names them. */
    private static final Map<String, String> TYPED_AS = Map.of(
            "holderId", "person",
            "successorId", "person",
            "organizationId", "organization",
            "scope.territories", "territory",
            "scope.topics", "topics",
            "on", "startsOn");

    private final MandateAppointment appointment;
    private final MandateLife life;
    private final MandateAuthority authority;
    private final Organizations organizations;
    private final TypedOrganization typedOrganization;
    private final TypedPerson typedPerson;
    private final Vocabularies vocabularies;
    private final FormCheck check;
    private final Clock clock;

    AppointmentPages(
            MandateAppointment appointment,
            MandateLife life,
            MandateAuthority authority,
            Organizations organizations,
            TypedOrganization typedOrganization,
            TypedPerson typedPerson,
            Vocabularies vocabularies,
            FormCheck check,
            Clock clock) {
        this.appointment = appointment;
        this.life = life;
        this.authority = authority;
        this.organizations = organizations;
        this.typedOrganization = typedOrganization;
        this.typedPerson = typedPerson;
        this.vocabularies = vocabularies;
        this.check = check;
        this.clock = clock;
    }

    @GetMapping("/moi/mandats/nommer")
    String form(
            @RequestParam(name = "organisme", required = false) @Nullable String organization,
            @RequestParam(name = "role", required = false) @Nullable MandateRole role,
            CurrentUser by,
            Page page,
            Model model) {
        List<MandateRole> roles = roles(by);
        Optional<Organization> named = Optional.ofNullable(organization).flatMap(organizations::published);
        Map<String, Object> values = new HashMap<>();
        values.put("role", Objects.requireNonNullElse(role, roles.getFirst()));
        values.put("startsOn", Term.today(clock));
        named.ifPresent(each -> values.put("organization", each.name()));
        return show(Form.of(values), roles, named.map(Organization::id).orElse(null), by, page, model);
    }

    @PostMapping("/moi/mandats/nommer")
    String appoint(
            @ModelAttribute MandateForm typed,
            BindingResult binding,
            CurrentUser by,
            Page page,
            Model model,
            HttpServletResponse response) {
        List<MandateRole> roles = roles(by);
        Form form = Form.of(binding, page);
        form.named("organization", page.t("field.organization"));
        @Nullable String organization = typedOrganization.id("organization", typed.organization(), form, page);
        if (organization == null && form.error("organization") == null) {
            form.reject("organization", page.t("mandate.organization.required"));
        }
        String person = typedPerson.id(typed.person(), organization, by, form, page);
        Optional<MandateRole> chosen =
                roles.stream().filter(each -> each.name().equals(typed.role())).findFirst();
        if (chosen.isEmpty()) {
            form.named("role", page.t("field.role"));
            form.reject("role", page.t("mandate.role.foreign"));
        }
        MandateRole role = chosen.orElse(roles.getFirst());
        MandateDraft draft = typed.draft(role, person, Objects.requireNonNullElse(organization, ""), form, page);
        if (!form.hasErrors()) {
            try {
                Mandate mandate = appointment.appoint(draft, by);
                return "redirect:" + mandate.url() + "?fait=mandat-donne";
            } catch (ProblemException refused) {
                refuse(refused, form, page);
            }
        }
        response.setStatus(422);
        return show(form, roles, organization, by, page, model);
    }

    private void refuse(ProblemException refused, Form form, Page page) {
        if (refused.type() == CommonProblem.FORBIDDEN) {
            form.named("organization", page.t("field.organization"));
            form.reject("organization", page.t("mandate.organization.foreign"));
        } else {
            check.refuse(refused, TYPED_AS, form, page);
        }
    }

    private String show(
            Form form, List<MandateRole> roles, @Nullable String organization, CurrentUser by, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "appoint",
                new AppointPage(
                        roles.stream()
                                .map(role -> Choice.of(role.name(), page.t("mandate.role." + role)))
                                .toList(),
                        vocabularies.territories().all().stream()
                                .filter(each -> !each.code().startsWith("COM-"))
                                .map(each -> Choice.of(each.code(), each.label()))
                                .toList(),
                        vocabularies.themes().all().stream()
                                .map(each -> Choice.of(each.code(), each.label()))
                                .toList(),
                        organization == null ? List.of() : typedPerson.at(organization, by)));
        return "mandate/appoint";
    }

    /** The roles somebody may give; who may give none is refused the form. */
    private List<MandateRole> roles(CurrentUser by) {
        boolean amdac = !authority.ministriesOf(by).isEmpty();
        List<MandateRole> roles = Arrays.stream(MandateRole.values())
                .filter(role -> role.isInterministerial() ? by.isModerator() : amdac)
                .sorted((one, other) -> Boolean.compare(other == MandateRole.RELAY, one == MandateRole.RELAY))
                .toList();
        if (roles.isEmpty()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return roles;
    }

    @GetMapping("/moi/mandats/{id}/passation")
    String handOverForm(@PathVariable String id, CurrentUser by, Page page, Model model) {
        Mandate mandate = managed(id, by);
        return showHandOver(Form.of(Map.of("startsOn", Term.today(clock).plusDays(1))), mandate, by, model);
    }

    @PostMapping("/moi/mandats/{id}/passation")
    String handOver(
            @PathVariable String id,
            @ModelAttribute MandateForm typed,
            BindingResult binding,
            CurrentUser by,
            Page page,
            Model model,
            HttpServletResponse response) {
        Mandate mandate = managed(id, by);
        Form form = Form.of(binding, page);
        String person = typedPerson.id(typed.person(), mandate.organization().id(), by, form, page);
        @Nullable LocalDate on = MandateForm.day("startsOn", typed.startsOn(), form, page);
        ActDraft act = typed.actDraft(form, page);
        if (!form.hasErrors()) {
            try {
                Mandate next = life.handOver(id, person, on, act, by);
                return "redirect:" + next.url() + "?fait=mandat-transmis";
            } catch (ProblemException refused) {
                check.refuse(refused, TYPED_AS, form, page);
            }
        }
        response.setStatus(422);
        return showHandOver(form, mandate, by, model);
    }

    private String showHandOver(Form form, Mandate mandate, CurrentUser by, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("mandate", mandate);
        model.addAttribute("people", typedPerson.at(mandate.organization().id(), by));
        return "mandate/hand-over";
    }

    private Mandate managed(String id, CurrentUser by) {
        Mandate mandate = life.visible(id, Optional.of(by));
        if (!authority.mayManage(by, mandate)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return mandate;
    }
}
