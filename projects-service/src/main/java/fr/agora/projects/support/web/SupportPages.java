package fr.agora.projects.support.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import fr.agora.platform.web.Slice;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.support.Department;
import fr.agora.projects.support.PublicationStep;
import fr.agora.projects.support.SecurityChecklists;
import fr.agora.projects.support.Support;
import fr.agora.projects.support.SupportDraft;
import fr.agora.projects.support.SupportNeed;
import fr.agora.projects.support.SupportProblem;
import fr.agora.projects.support.SupportRequest;
import fr.agora.projects.support.SupportState;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What support is, the form that asks for it, one's files, the desk, and one file with its thread. */
@Controller
class SupportPages {

    private final Support support;
    private final SecurityChecklists checklists;
    private final Organizations organizations;
    private final ProblemTexts texts;

    SupportPages(Support support, SecurityChecklists checklists, Organizations organizations, ProblemTexts texts) {
        this.support = support;
        this.checklists = checklists;
        this.organizations = organizations;
        this.texts = texts;
    }

    @GetMapping("/accompagnement")
    String welcome(Optional<CurrentUser> reader, Paging paging, Page page, Model model) {
        Slice<SupportRequest> mine = reader.map(user -> support.mine(user, paging))
                .orElse(Slice.of(List.of(), 1, each -> {
                    throw new IllegalStateException("An empty list has no next page");
                }));
        model.addAttribute(
                "support",
                new SupportWelcome(
                        cards(mine, page),
                        mine.next() == null ? null : page.here("cursor", mine.next()),
                        reader.isPresent(),
                        reader.filter(support::hasDesk).isPresent()));
        return "support/welcome";
    }

    @GetMapping("/accompagnement/guichet")
    String desk(
            @RequestParam(name = "etat", required = false) @Nullable SupportState state,
            CurrentUser user,
            Paging paging,
            Page page,
            Model model) {
        Slice<SupportRequest> found = support.desk(user, state, paging);
        model.addAttribute(
                "desk",
                new SupportDeskPage(
                        cards(found, page),
                        user.isModerator(),
                        state,
                        found.next() == null ? null : page.here("cursor", found.next()),
                        paging.cursor() == null ? null : page.here()));
        return "support/desk";
    }

    @GetMapping("/accompagnement/publication")
    String guide() {
        return "support/guide";
    }

    @GetMapping("/accompagnement/nouvelle")
    String blank(CurrentUser user, Model model) {
        return show(Form.blank(), user, model);
    }

    @PostMapping("/accompagnement/nouvelle")
    String open(
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        Form form = Form.of(typed);
        try {
            String organization = user.isModerator() ? form.value("organizationId") : user.organization();
            SupportDraft draft = SupportDraft.checked(
                    organization, form.value("title"), form.value("description"), needs(form.values("needs")));
            return "redirect:" + support.open(user, draft).url() + "?fait=dossier-ouvert";
        } catch (ProblemException refused) {
            refuse(refused, form, page);
        }
        response.setStatus(422);
        return show(form, user, model);
    }

    private String show(Form form, CurrentUser user, Model model) {
        model.addAttribute("form", form);
        List<Organization> known = user.isModerator() ? organizations.byName(500) : List.of();
        model.addAttribute(
                "opening",
                new SupportOpening(
                        user.isModerator(),
                        known.stream()
                                .map(each -> fr.agora.platform.ui.Choice.of(each.id(), each.name()))
                                .toList(),
                        user.organization() == null ? null : name(user.organization())));
        return "support/open";
    }

    @GetMapping("/accompagnement/{id}")
    String one(@PathVariable String id, CurrentUser user, Page page, Model model) {
        return file(support.read(id, user), Form.blank(), user, page, model);
    }

    @PostMapping("/accompagnement/{id}/message")
    String write(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        return attempt(
                id,
                Form.of(typed),
                () -> support.write(id, user, typed.get("text")),
                "message-envoye",
                user,
                page,
                model,
                response);
    }

    @PostMapping("/accompagnement/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        support.requireDesk(id, user);
        Form form = Form.of(typed);
        Supplier<SupportRequest> decision = switch (form.value("intent")) {
            case "assign" -> () -> assign(id, form, user);
            case "start" -> () -> support.start(id, user);
            case "close" -> () -> support.close(id, user, form.value("outcome"));
            case "decline" -> () -> support.decline(id, user, form.value("outcome"));
            default -> throw new ProblemException(CommonProblem.INVALID_REQUEST);
        };
        return attempt(id, form, decision, "enregistre", user, page, model, response);
    }

    private SupportRequest assign(String id, Form form, CurrentUser user) {
        Set<Department> together = EnumSet.noneOf(Department.class);
        form.values("departments").forEach(each -> department(each).ifPresent(together::add));
        Department lead = department(form.value("lead"))
                .orElseThrow(() -> ProblemException.invalidField("lead", "field.required"));
        together.add(lead);
        return support.assign(id, user, together, lead);
    }

    @PostMapping("/accompagnement/{id}/publication")
    String publication(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        String step = Objects.requireNonNullElse(typed.get("step"), "");
        Optional<PublicationStep> done = Arrays.stream(PublicationStep.values())
                .filter(each -> each.name().equals(step))
                .findFirst();
        return attempt(
                id,
                Form.of(typed),
                () -> done.map(each -> support.done(id, user, each))
                        .orElseGet(() -> support.listed(id, user, typed.get("listedAs"))),
                "enregistre",
                user,
                page,
                model,
                response);
    }

    private String attempt(
            String id,
            Form form,
            Supplier<SupportRequest> change,
            String done,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:" + change.get().url() + "?fait=" + done;
        } catch (ProblemException refused) {
            refuse(refused, form, page);
        }
        response.setStatus(422);
        return file(support.read(id, user), form, user, page, model);
    }

    private String file(SupportRequest request, Form form, CurrentUser user, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "file",
                SupportFile.of(
                        request,
                        support.voice(request, user),
                        user,
                        name(request.organizationId()),
                        Optional.ofNullable(request.checklistVersion())
                                .flatMap(checklists::version)
                                .orElse(null),
                        page));
        return "support/file";
    }

    private void refuse(ProblemException refused, Form form, Page page) {
        if (refused.type() == CommonProblem.INVALID_FIELDS) {
            for (FieldProblem field : refused.fields()) {
                form.named(field.field(), page.t("support." + field.field()));
                form.reject(field.field(), texts.field(field, page.locale()));
            }
        } else if (refused.type() instanceof SupportProblem) {
            form.reject("", texts.detail(refused.type(), refused.arguments(), page.locale()));
        } else {
            throw refused;
        }
    }

    private List<SupportCard> cards(Slice<SupportRequest> found, Page page) {
        Map<String, Organization> named = organizations.findAll(
                found.items().stream().map(SupportRequest::organizationId).toList());
        return found.items().stream()
                .map(each -> SupportCard.of(each, named.get(each.organizationId()), page))
                .toList();
    }

    private String name(String organization) {
        return organizations.find(organization).map(Organization::name).orElse(organization);
    }

    private static List<SupportNeed> needs(List<String> typed) {
        List<SupportNeed> needs = new ArrayList<>();
        for (SupportNeed need : SupportNeed.values()) {
            if (typed.contains(need.name())) {
                needs.add(need);
            }
        }
        return needs;
    }

    private static Optional<Department> department(String typed) {
        return Arrays.stream(Department.values())
                .filter(each -> each.name().equals(typed))
                .findFirst();
    }
}
