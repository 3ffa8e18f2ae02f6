package fr.agora.directory.site;

import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationFilter;
import fr.agora.directory.organization.OrganizationMerging;
import fr.agora.directory.organization.Organizations;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Walking the tree of organisations, one branch at a time, and merging two of its bodies. */
@Controller
class TreePages {

    private static final Paging LEVEL = Paging.first(60);
    private static final int DEEPEST = 16;

    private final Organizations organizations;
    private final OrganizationMerging merging;
    private final TypedOrganization typedOrganization;
    private final FormCheck check;

    TreePages(
            Organizations organizations,
            OrganizationMerging merging,
            TypedOrganization typedOrganization,
            FormCheck check) {
        this.organizations = organizations;
        this.merging = merging;
        this.typedOrganization = typedOrganization;
        this.check = check;
    }

    @GetMapping(path = "/annuaire/organismes", params = "vue=arbre")
    String tree(@RequestParam(required = false) @Nullable String sous, Paging paging, Page page, Model model) {
        Paging level = new Paging(LEVEL.size(), paging.cursor());
        Optional<Organization> opened = sous == null ? Optional.empty() : organizations.published(sous);
        if (sous != null && opened.isEmpty()) {
            throw ProblemException.notFound();
        }
        Slice<Organization> found = opened.map(body -> organizations.list(OrganizationFilter.below(body.id()), level))
                .orElseGet(() -> organizations.roots(level));
        model.addAttribute(
                "tree",
                new TreePage(
                        opened.map(this::wayDown).orElse(List.of()),
                        found.items(),
                        organizations.countsBelow(
                                found.items().stream().map(Organization::id).toList()),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        paging.cursor() != null));
        return "organization/tree";
    }

    /** Along the nearest supervising body of each. */
    private List<Organization> wayDown(Organization opened) {
        LinkedList<Organization> path = new LinkedList<>(List.of(opened));
        while (path.size() < DEEPEST && !path.getFirst().parentIds().isEmpty()) {
            Optional<Organization> above =
                    organizations.published(path.getFirst().parentIds().getFirst());
            if (above.isEmpty()) {
                break;
            }
            path.addFirst(above.get());
        }
        return path;
    }

    @GetMapping("/annuaire/organismes/{id}/fusionner")
    String ask(@PathVariable String id, CurrentUser editor, Model model) {
        return show(Form.blank(), mergeable(id, editor), null, model);
    }

    /** First shows what will happen, then, confirmed, does it. */
    @PostMapping("/annuaire/organismes/{id}/fusionner")
    String merge(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String into,
            @RequestParam(required = false) @Nullable String confirmed,
            CurrentUser editor,
            Page page,
            Model model,
            HttpServletResponse response) {
        Organization merged = mergeable(id, editor);
        Form form = Form.of(Map.of("into", into == null ? "" : into));
        form.named("into", page.t("merge.into"));
        if (into == null || into.isBlank()) {
            form.reject("into", page.t("merge.into.missing"));
        }
        String target = confirmed != null ? confirmed : typedOrganization.id("into", into, form, page);
        if (id.equals(target)) {
            form.reject("into", page.t("merge.into.itself"));
        }
        if (!form.hasErrors() && target != null) {
            try {
                return confirmed == null
                        ? show(form, merged, organizations.published(target).orElse(null), model)
                        : "redirect:/annuaire/organismes/"
                                + merging.merge(id, target, editor).id() + "?fait=fusionne";
            } catch (ProblemException refused) {
                check.refuse(refused, form, page);
            }
        }
        response.setStatus(422);
        return show(form, merged, null, model);
    }

    private Organization mergeable(String id, CurrentUser editor) {
        if (!editor.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return organizations
                .find(id)
                .filter(found -> found.mergedInto() == null)
                .orElseThrow(ProblemException::notFound);
    }

    private String show(Form form, Organization merged, @Nullable Organization into, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "merge",
                new MergePage(
                        merged,
                        into,
                        organizations.countsBelow(List.of(merged.id())).getOrDefault(merged.id(), 0L)));
        return "organization/merge";
    }
}
