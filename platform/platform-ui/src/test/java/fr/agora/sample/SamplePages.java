package fr.agora.sample;

import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** One page of each sort. */
@Controller
class SamplePages {

    @GetMapping("/")
    String home() {
        return "sample/home";
    }

    @GetMapping("/offres")
    String list() {
        return "sample/list";
    }

    @GetMapping("/offres/une")
    String one(Model model) {
        model.addAttribute("text", """
                # Contexte
                Vous rejoignez une équipe de **six personnes**.
                Elle travaille avec les *directions métier*.

                - un entretien par semaine
                - [la documentation](https://exemple.gouv.fr/doc?a=1&b=2)

                <script>alert(1)</script>

                ![une image](https://exemple.gouv.fr/x.png) et [un piège](javascript:alert(1))
                """);
        return "sample/one";
    }

    @GetMapping("/offres/aucune")
    String none() {
        return "sample/none";
    }

    @GetMapping("/offres/nouvelle")
    String blank(Model model) {
        return form(model, Form.of(Map.of("skills", "Python, Statistiques", "remoteDays", 3)));
    }

    @PostMapping("/offres/nouvelle")
    String create(@Valid OfferForm typed, BindingResult binding, Page page, Model model, HttpServletResponse response) {
        Form form = Form.of(binding, page).named("title", "Intitulé").named("remoteDays", "Jours de télétravail");
        if (form.hasErrors()) {
            response.setStatus(422);
            return form(model, form);
        }
        return "redirect:/offres/une?fait=publie";
    }

    @GetMapping("/echec/{status}")
    String fail(@PathVariable int status) {
        if (status == 500) {
            throw new IllegalStateException("the secret inside");
        }
        throw new ResponseStatusException(HttpStatus.valueOf(status));
    }

    private static String form(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute(
                "families", List.of(Choice.of("ds", "Data scientist"), Choice.of("de", "Ingénieur de la donnée")));
        return "sample/form";
    }
}
