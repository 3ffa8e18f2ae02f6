package fr.agora.projects.award.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.projects.credit.CreditState;
import fr.agora.projects.credit.Crediting;
import fr.agora.projects.credit.Crediting.Own;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where somebody accepts, declines or takes back being named. */
@Controller
@RequestMapping("/cas-usage/mes-credits")
class OwnCreditsPages {

    private final Crediting crediting;

    OwnCreditsPages(Crediting crediting) {
        this.crediting = crediting;
    }

    @GetMapping
    String list(CurrentUser user, Page page, Model model) {
        List<OwnCredit> all =
                crediting.own(user).stream().map(OwnCreditsPages::shown).toList();
        model.addAttribute("credits", all);
        return "award/owncredits";
    }

    @PostMapping("/{id}/accepter")
    String accept(@PathVariable String id, CurrentUser user) {
        crediting.accept(user, id);
        return "redirect:/cas-usage/mes-credits?fait=credit-accepte";
    }

    @PostMapping("/{id}/decliner")
    String decline(@PathVariable String id, CurrentUser user) {
        crediting.decline(user, id);
        return "redirect:/cas-usage/mes-credits?fait=credit-decline";
    }

    @PostMapping("/{id}/retirer")
    String withdraw(@PathVariable String id, CurrentUser user) {
        crediting.withdraw(user, id);
        return "redirect:/cas-usage/mes-credits?fait=credit-retire";
    }

    private static OwnCredit shown(Own own) {
        return new OwnCredit(
                own.credit().id(),
                own.useCase().content().title(),
                own.useCase().url(),
                own.credit().role(),
                own.credit().state() == CreditState.PROPOSED);
    }
}
