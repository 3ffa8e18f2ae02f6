package fr.agora.search.alert;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of one's kept searches. */
@Controller
class AlertPages {

    private static final int UNPROCESSABLE = 422;

    private final SavedSearches searches;
    private final Alerts alerts;

    AlertPages(SavedSearches searches, Alerts alerts) {
        this.searches = searches;
        this.alerts = alerts;
    }

    @GetMapping("/alertes")
    String own(CurrentUser user, Page page, Model model) {
        model.addAttribute(
                "alerts",
                searches.of(user.accountId(), Alerts.MOST_OF_ONE).stream()
                        .map(search -> AlertPage.of(search, page))
                        .toList());
        model.addAttribute("rhythms", AlertPage.rhythms(page));
        return "alert/alerts";
    }

    @GetMapping("/alertes/nouvelle")
    String create(@RequestParam(required = false) @Nullable String recherche, Page page, Model model) {
        var question = Address.read(recherche);
        var name = question.hasWords() ? question.words() : page.t("alert.unnamed");
        var form = Form.of(Map.of(
                "name", name, "query", Objects.requireNonNullElse(recherche, ""), "rhythm", Rhythm.DAILY.name()));
        return edit(form, page, model);
    }

    @PostMapping("/alertes/nouvelle")
    String keep(
            @Valid AlertForm typed,
            BindingResult binding,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        var form = Form.of(binding, page).named("name", page.t("alert.name")).named("rhythm", page.t("alert.rhythm"));
        if (!form.hasErrors()) {
            try {
                var question = Address.read(typed.query());
                alerts.keep(
                        user.accountId(),
                        question,
                        Objects.requireNonNull(typed.name()).strip(),
                        Objects.requireNonNull(typed.rhythm()));
                return "redirect:/alertes?fait=alerte";
            } catch (ProblemException refused) {
                form.reject("", page.t("alert.refused." + refused.type().code()));
            }
        }
        response.setStatus(UNPROCESSABLE);
        return edit(form, page, model);
    }

    private static String edit(Form form, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("rhythms", AlertPage.rhythms(page));
        return "alert/edit";
    }

    @PostMapping("/alertes/{id}/rythme")
    String change(@PathVariable String id, @RequestParam Rhythm rhythm, CurrentUser user) {
        var search = own(id, user);
        alerts.change(search, search.name(), rhythm);
        return "redirect:/alertes?fait=enregistre";
    }

    @PostMapping("/alertes/{id}/supprimer")
    String remove(@PathVariable String id, CurrentUser user) {
        alerts.remove(own(id, user));
        return "redirect:/alertes?fait=alerte-supprimee";
    }

    private SavedSearch own(String id, CurrentUser user) {
        return searches.find(id, user.accountId()).orElseThrow(ProblemException::notFound);
    }
}
