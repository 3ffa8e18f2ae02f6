package fr.agora.directory.message;

import fr.agora.directory.member.MemberView;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form by which one writes to somebody. */
@Controller
class WritingPages {

    private final Correspondence correspondence;
    private final MessageForms forms;

    WritingPages(Correspondence correspondence, MessageForms forms) {
        this.correspondence = correspondence;
        this.forms = forms;
    }

    @GetMapping("/annuaire/membres/{id}/ecrire")
    String blank(@PathVariable String id, CurrentUser sender, Model model) {
        return show(Form.blank(), correspondence.addressee(id, sender), model);
    }

    @PostMapping("/annuaire/membres/{id}/ecrire")
    String write(
            @PathVariable String id,
            @ModelAttribute MessageDraft typed,
            BindingResult binding,
            CurrentUser sender,
            Page page,
            Model model,
            HttpServletResponse response) {
        MemberView addressee = correspondence.addressee(id, sender);
        Form form = Form.of(binding, page);
        forms.check(typed, form, page);
        if (form.hasErrors()) {
            response.setStatus(422);
            return show(form, addressee, model);
        }
        try {
            return "redirect:/messages/"
                    + correspondence.write(id, typed, sender).id() + "?fait=envoye";
        } catch (ProblemException refused) {
            forms.refuse(refused, form, page);
            response.setStatus(refused.type().status().value());
            return show(form, addressee, model);
        }
    }

    private static String show(Form form, MemberView addressee, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("addressee", WritePage.to(addressee));
        return "message/write";
    }
}
