package fr.agora.projects.reuse.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.forms.TypedForm;
import fr.agora.projects.reuse.DeclarationRequest;
import fr.agora.projects.reuse.ReuseWriting;
import fr.agora.projects.usecase.UseCase;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of those who declare that their organisation reuses something. */
@Controller
class DeclarationPages {

    private final ReuseWriting writing;
    private final Organizations organizations;
    private final TypedForm typedForm;
    private final Clock clock;

    DeclarationPages(ReuseWriting writing, Organizations organizations, TypedForm typedForm, Clock clock) {
        this.writing = writing;
        this.organizations = organizations;
        this.typedForm = typedForm;
        this.clock = clock;
    }

    /** @param bricks chosen before, on the page of a brick or in a request that was accepted */
    @GetMapping("/reutilisations/nouvelle")
    String blank(
            @RequestParam(name = "casUsage", required = false) @Nullable String useCase,
            @RequestParam(name = "brique", required = false) @Nullable List<String> bricks,
            CurrentUser author,
            Page page,
            Model model) {
        if (useCase == null) {
            return "redirect:/cas-usage";
        }
        UseCase reused = writing.reusable(author, useCase);
        return show(reused, Form.of(Map.of("blocks", bricks == null ? List.of() : bricks)), author, model);
    }

    @PostMapping("/reutilisations/nouvelle")
    String declare(
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        UseCase reused = writing.reusable(author, typed.getFirst("useCase"));
        try {
            DeclarationRequest request = new DeclarationRequest(
                    reused.id(),
                    typed.get("blocks"),
                    typed.getFirst("since"),
                    typed.getFirst("context"),
                    typed.getFirst("contact"));
            return "redirect:" + writing.declare(author, request).url() + "?fait=reutilisation-declaree";
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            response.setStatus(CommonProblem.INVALID_FIELDS.status().value());
            return show(reused, typedForm.refused(typed, refused.fields(), "reuse.field.", page), author, model);
        }
    }

    private String show(UseCase reused, Form form, CurrentUser author, Model model) {
        String id = Objects.requireNonNull(author.organization());
        String name = organizations.find(id).map(Organization::name).orElse(id);
        model.addAttribute("form", form);
        model.addAttribute(
                "declaration",
                DeclarationPage.of(reused, name, LocalDate.now(clock).toString()));
        return "reuse/declare";
    }
}
