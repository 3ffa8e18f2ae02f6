package fr.agora.directory.site;

import fr.agora.directory.member.MemberFilter;
import fr.agora.directory.member.Members;
import fr.agora.directory.organization.NearbyOrganizations;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationDraft;
import fr.agora.directory.organization.OrganizationEditing;
import fr.agora.directory.organization.OrganizationFilter;
import fr.agora.directory.organization.OrganizationKind;
import fr.agora.directory.organization.OrganizationMerging;
import fr.agora.directory.organization.Organizations;
import fr.agora.directory.reference.Commune;
import fr.agora.directory.reference.Communes;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.directory.works.Showcase;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** The list of organisations, the page of one, and the moderators' form. */
@Controller
class OrganizationPages {

    private static final Paging BELOW = Paging.first(60);
    private static final Paging COLLEAGUES = Paging.first(24);

    private final Organizations organizations;
    private final OrganizationEditing editing;
    private final OrganizationMerging merging;
    private final Members members;
    private final TypedOrganization typedOrganization;
    private final FormCheck check;
    private final Vocabularies vocabularies;
    private final NearbyOrganizations nearby;
    private final Communes communes;
    private final Showcase showcase;
    private final AnsweringHere answering;

    OrganizationPages(
            Organizations organizations,
            NearbyOrganizations nearby,
            Communes communes,
            OrganizationEditing editing,
            OrganizationMerging merging,
            Members members,
            TypedOrganization typedOrganization,
            FormCheck check,
            Vocabularies vocabularies,
            Showcase showcase,
            AnsweringHere answering) {
        this.organizations = organizations;
        this.nearby = nearby;
        this.communes = communes;
        this.editing = editing;
        this.merging = merging;
        this.members = members;
        this.typedOrganization = typedOrganization;
        this.check = check;
        this.vocabularies = vocabularies;
        this.showcase = showcase;
        this.answering = answering;
    }

    @GetMapping("/annuaire/organismes")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "type", required = false) @Nullable OrganizationKind kind,
            @RequestParam(defaultValue = "") String pres,
            @RequestParam(defaultValue = "50") int rayon,
            Optional<CurrentUser> reader,
            Paging paging,
            Page page,
            Model model) {
        OrganizationFilter filter = new OrganizationFilter(q, kind, null);
        TypedPlace place = TypedPlace.of(pres, communes);
        Commune centre = place.commune();
        Slice<OrganizationList.Row> found = centre == null
                ? organizations.list(filter, paging).map(OrganizationList::row)
                : nearby.list(filter, centre.code(), rayon, paging).map(OrganizationList::row);
        model.addAttribute("organizations", OrganizationList.of(found, filter, place, rayon, paging, reader, page));
        return "organization/list";
    }

    @GetMapping("/annuaire/organismes/{id}")
    Object one(@PathVariable String id, Optional<CurrentUser> reader, Page page, Model model) {
        Optional<Organization> successor = merging.successor(id);
        if (successor.isPresent()) {
            RedirectView moved =
                    new RedirectView("/annuaire/organismes/" + successor.get().id());
            moved.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
            moved.setExposeModelAttributes(false);
            return moved;
        }
        Organization organization = editing.visible(id, reader);
        model.addAttribute(
                "organization",
                new OrganizationPage(
                        organization,
                        organizations.list(OrganizationFilter.below(id), BELOW),
                        members.list(MemberFilter.of(id), reader, COLLEAGUES),
                        answering.of(id, reader, page),
                        reader.filter(CurrentUser::isModerator).isPresent()));
        model.addAttribute("works", showcase.of(id, reader));
        return "organization/organization";
    }

    @GetMapping("/annuaire/organismes/nouveau")
    String blank(CurrentUser editor, Model model) {
        allow(editor);
        return show(Form.blank(), null, model);
    }

    @PostMapping("/annuaire/organismes/nouveau")
    String create(
            @ModelAttribute OrganizationForm typed,
            BindingResult binding,
            CurrentUser editor,
            Page page,
            Model model,
            HttpServletResponse response) {
        allow(editor);
        return save(typed, Form.of(binding, page), null, draft -> editing.create(draft, editor), page, model, response);
    }

    @GetMapping("/annuaire/organismes/{id}/modifier")
    String form(@PathVariable String id, CurrentUser editor, Model model) {
        allow(editor);
        Organization organization = editing.visible(id, Optional.of(editor));
        return show(Form.of(OrganizationForm.of(organization)), organization, model);
    }

    @PostMapping("/annuaire/organismes/{id}/modifier")
    String edit(
            @PathVariable String id,
            @ModelAttribute OrganizationForm typed,
            BindingResult binding,
            CurrentUser editor,
            Page page,
            Model model,
            HttpServletResponse response) {
        allow(editor);
        Organization organization = editing.visible(id, Optional.of(editor));
        return save(
                typed,
                Form.of(binding, page),
                organization,
                draft -> editing.edit(id, draft, editor),
                page,
                model,
                response);
    }

    private String save(
            OrganizationForm typed,
            Form form,
            @Nullable Organization known,
            Function<OrganizationDraft, Organization> store,
            Page page,
            Model model,
            HttpServletResponse response) {
        List<String> parents = new ArrayList<>();
        for (String parent : typed.parentNames()) {
            String id = typedOrganization.id("parents", parent, form, page);
            if (id != null) {
                parents.add(id);
            }
        }
        OrganizationDraft draft = typed.draft(parents);
        check.check(draft, form, page);
        if (!form.hasErrors()) {
            try {
                Organization saved = store.apply(draft);
                return "redirect:/annuaire/organismes/" + saved.id() + "?fait=enregistre";
            } catch (ProblemException refused) {
                check.refuse(refused, form, page);
            }
        }
        response.setStatus(422);
        return show(form, known, model);
    }

    private String show(Form form, @Nullable Organization known, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("edited", OrganizationEdit.of(known, vocabularies));
        return "organization/edit";
    }

    @PostMapping("/annuaire/organismes/{id}/publier")
    String publish(@PathVariable String id, CurrentUser editor) {
        editing.publish(id, editor);
        return "redirect:/annuaire/organismes/" + id + "?fait=publie";
    }

    @PostMapping("/annuaire/organismes/{id}/retirer")
    String withdraw(@PathVariable String id, CurrentUser editor) {
        editing.withdraw(id, editor);
        return "redirect:/annuaire/organismes/" + id + "?fait=retire";
    }

    private static void allow(CurrentUser editor) {
        if (!editor.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
