package fr.agora.directory.site;

import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.member.Member;
import fr.agora.directory.member.MemberDraft;
import fr.agora.directory.member.MemberEditing;
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

    ProfilePages(MemberEditing editing, TypedOrganization organizations, FormCheck check, Vocabularies vocabularies) {
        this.editing = editing;
        this.organizations = organizations;
        this.check = check;
        this.vocabularies = vocabularies;
    }

    @GetMapping("/moi")
    String mine(CurrentUser user, Page page, Model model) {
        model.addAttribute("mine", MyPage.of(editing.own(user), user));
        return "profile/mine";
    }

    @GetMapping("/moi/modifier")
    String form(CurrentUser user, Page page, Model model) {
        Form form = editing.own(user)
                .map(member -> Form.of(ProfileForm.of(member)))
                .orElseGet(
                        () -> Form.of(java.util.Map.of("displayName", user.name(), "visibility", Visibility.AGENTS)));
        return show(form, model);
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
        Optional<Member> own = editing.own(user);
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
        return show(form, model);
    }

    private String show(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("choices", ProfileChoices.of(vocabularies));
        return "profile/edit";
    }

    @PostMapping("/moi/publier")
    String publish(CurrentUser user) {
        editing.publish(mine(user), user);
        return "redirect:/moi?fait=publie";
    }

    @PostMapping("/moi/retirer")
    String withdraw(CurrentUser user) {
        editing.withdraw(mine(user), user);
        return "redirect:/moi?fait=retire";
    }

    private String mine(CurrentUser user) {
        return editing.own(user).map(Member::id).orElseThrow(ProblemException::notFound);
    }
}
