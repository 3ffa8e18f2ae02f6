package fr.agora.directory.site;

import fr.agora.directory.cohort.Cohorts;
import fr.agora.directory.member.MemberDraft;
import fr.agora.directory.member.MemberEditing;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.ProfileConfirmation;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** A person's own space: their profile, and the ways to what they wrote elsewhere. */
@Controller
class ProfilePages {

    private final MemberEditing editing;
    private final TypedOrganization organizations;
    private final FormCheck check;
    private final Vocabularies vocabularies;
    private final Cohorts cohorts;
    private final ProfileConfirmation confirmation;
    private final AccountPages account;

    ProfilePages(
            MemberEditing editing,
            TypedOrganization organizations,
            FormCheck check,
            Vocabularies vocabularies,
            Cohorts cohorts,
            ProfileConfirmation confirmation,
            AccountPages account) {
        this.editing = editing;
        this.organizations = organizations;
        this.check = check;
        this.vocabularies = vocabularies;
        this.cohorts = cohorts;
        this.confirmation = confirmation;
        this.account = account;
    }

    @GetMapping("/moi")
    String mine(CurrentUser user, Page page, Model model) {
        model.addAttribute("mine", MyPage.of(editing.ownView(user), user, account));
        return "profile/mine";
    }

    @GetMapping("/moi/modifier")
    String form(CurrentUser user, Page page, Model model) {
        return show(
                Form.of(editing.ownView(user).map(ProfileForm::of).orElseGet(() -> ProfileForm.blank(user.name()))),
                page,
                model);
    }

    @PostMapping("/moi/modifier")
    String save(
            @ModelAttribute ProfileForm typed,
            BindingResult binding,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        Form form = Form.of(binding, page);
        @Nullable String organization = organizations.id(typed.organization(), form, page);
        MemberDraft draft = typed.draft(organization);
        check.check(draft, form, page);
        @Nullable String stray = typed.strayEvidence();
        if (stray != null) {
            form.named("evidence", page.t("field.evidence"));
            form.reject("evidence", page.t("field.evidence.stray", stray));
        }
        Optional<MemberView> own = editing.ownView(user);
        if (!form.hasErrors()) {
            try {
                if (own.isPresent()) {
                    editing.edit(own.get().id(), draft, user);
                } else {
                    editing.create(draft, user);
                }
                return "redirect:/moi?fait=enregistre";
            } catch (ProblemException refused) {
                check.refuse(refused, form, page);
            }
        }
        response.setStatus(422);
        return show(form, page, model);
    }

    private String show(Form form, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("choices", ProfileChoices.of(vocabularies, cohorts, page));
        return "profile/edit";
    }

    @PostMapping("/moi/publier")
    String publish(CurrentUser user) {
        editing.publish(mine(user), user);
        return "redirect:/moi?fait=publie";
    }

    @PostMapping("/moi/confirmer")
    String confirm(CurrentUser user) {
        confirmation.confirm(mine(user), user);
        return "redirect:/moi?fait=fiche-confirmee";
    }

    @PostMapping("/moi/retirer")
    String withdraw(CurrentUser user) {
        editing.withdraw(mine(user), user);
        return "redirect:/moi?fait=retire";
    }

    private String mine(CurrentUser user) {
        return editing.ownView(user).map(MemberView::id).orElseThrow(ProblemException::notFound);
    }
}
