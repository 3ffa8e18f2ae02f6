package fr.agora.directory.message;

import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateLife;
import fr.agora.directory.mandate.MandateWords;
import fr.agora.directory.mandate.Term;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form that writes to a contact point: one writes to the role, and learns no name one may not see. */
@Controller
class ContactWritingPages {

    private final MandateLife mandates;
    private final MandateWords words;
    private final ContactReach reach;
    private final Correspondence correspondence;
    private final MessageForms forms;
    private final Clock clock;

    ContactWritingPages(
            MandateLife mandates,
            MandateWords words,
            ContactReach reach,
            Correspondence correspondence,
            MessageForms forms,
            Clock clock) {
        this.mandates = mandates;
        this.words = words;
        this.reach = reach;
        this.correspondence = correspondence;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/contact-donnees/{id}/ecrire")
    String blank(@PathVariable String id, CurrentUser sender, Page page, Model model) {
        Mandate mandate = contact(id, sender);
        account(mandate, sender);
        return show(Form.blank(), mandate, page, model);
    }

    @PostMapping("/contact-donnees/{id}/ecrire")
    String write(
            @PathVariable String id,
            @ModelAttribute MessageDraft typed,
            BindingResult binding,
            CurrentUser sender,
            Page page,
            Model model,
            HttpServletResponse response) {
        Mandate mandate = contact(id, sender);
        Party receiver = new Party(account(mandate, sender), words.named(mandate, page.locale()), null);
        Form form = Form.of(binding, page);
        forms.check(typed, form, page);
        if (form.hasErrors()) {
            response.setStatus(422);
            return show(form, mandate, page, model);
        }
        try {
            return "redirect:/messages/"
                    + correspondence.begin(receiver, typed, sender).id() + "?fait=envoye";
        } catch (ProblemException refused) {
            forms.refuse(refused, form, page);
            response.setStatus(refused.type().status().value());
            return show(form, mandate, page, model);
        }
    }

    private Mandate contact(String id, CurrentUser sender) {
        return Optional.of(mandates.visible(id, Optional.of(sender)))
                .filter(mandate -> mandate.isContact(Term.today(clock)))
                .orElseThrow(ProblemException::notFound);
    }

    private String account(Mandate mandate, CurrentUser sender) {
        String account =
                reach.behind(mandate).orElseThrow(() -> new ProblemException(MessageProblem.NOBODY_BEHIND_PROFILE));
        if (account.equals(sender.accountId())) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return account;
    }

    private String show(Form form, Mandate mandate, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "addressee",
                new WritePage(
                        words.role(mandate, page.locale()),
                        mandate.organization().name(),
                        mandate.url(),
                        mandate.contactUrl()));
        return "message/write";
    }
}
