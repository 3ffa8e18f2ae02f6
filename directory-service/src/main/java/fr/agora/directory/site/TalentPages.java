package fr.agora.directory.site;

import fr.agora.directory.member.TalentConsent;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a person says whether recruiters may approach them, and which ones never. */
@Controller
class TalentPages {

    private final TalentConsent consent;
    private final TypedOrganization organizations;
    private final FormCheck check;

    TalentPages(TalentConsent consent, TypedOrganization organizations, FormCheck check) {
        this.consent = consent;
        this.organizations = organizations;
        this.check = check;
    }

    @GetMapping("/moi/emploi")
    String form(CurrentUser user, Model model) {
        return show(Form.of(TalentForm.of(consent.of(user))), user, model);
    }

    @PostMapping("/moi/emploi")
    String answer(
            @ModelAttribute TalentForm typed,
            BindingResult binding,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        Form form = Form.of(binding, page);
        List<String> hidden = new ArrayList<>();
        for (String name : typed.hiddenNames()) {
            String id = organizations.id("hiddenFrom", name, form, page);
            if (id != null) {
                hidden.add(id);
            }
        }
        if (!form.hasErrors()) {
            try {
                consent.answer(typed.answers(hidden), user);
                return "redirect:/moi/emploi?fait=consentements";
            } catch (ProblemException refused) {
                check.refuse(refused, form, page);
            }
        }
        response.setStatus(422);
        return show(form, user, model);
    }

    private String show(Form form, CurrentUser user, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("talent", consent.of(user));
        return "profile/talent";
    }
}
