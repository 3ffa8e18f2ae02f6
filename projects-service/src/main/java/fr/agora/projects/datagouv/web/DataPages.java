package fr.agora.projects.datagouv.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import fr.agora.projects.datagouv.DataGouvProblem;
import fr.agora.projects.datagouv.DataKind;
import fr.agora.projects.datagouv.DataLinks;
import fr.agora.projects.datagouv.DataRelation;
import fr.agora.projects.datagouv.ReusePublication;
import fr.agora.projects.datagouv.ReusePublication.Reuse;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the editors of a use case say which data it uses, and publish it as a reuse. */
@Controller
class DataPages {

    private final DataLinks links;
    private final DataLines lines;
    private final ReusePublication publication;
    private final UseCaseWriting useCases;
    private final ProblemTexts texts;

    DataPages(
            DataLinks links,
            DataLines lines,
            ReusePublication publication,
            UseCaseWriting useCases,
            ProblemTexts texts) {
        this.links = links;
        this.lines = lines;
        this.publication = publication;
        this.useCases = useCases;
        this.texts = texts;
    }

    @GetMapping("/cas-usage/{slug}/donnees")
    String show(@PathVariable String slug, CurrentUser author, Model model) {
        return page(
                useCases.editable(author, slug), Form.of(Map.of("relation", "USED", "kind", "DATASET")), author, model);
    }

    @PostMapping("/cas-usage/{slug}/donnees")
    String add(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        UseCase useCase = useCases.editable(author, slug);
        Form form = Form.of(typed);
        try {
            links.add(
                    author,
                    slug,
                    oneOf(DataRelation.values(), typed.get("relation")),
                    oneOf(DataKind.values(), typed.get("kind")),
                    typed.get("data"));
            return "redirect:" + useCase.url() + "/donnees?fait=enregistre";
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            for (FieldProblem field : refused.fields()) {
                form.named(field.field(), page.t("data-gouv." + field.field()));
                form.reject(field.field(), texts.field(field, page.locale()));
            }
        }
        response.setStatus(422);
        return page(useCase, form, author, model);
    }

    @PostMapping("/cas-usage/{slug}/donnees/{link}/retirer")
    String remove(@PathVariable String slug, @PathVariable String link, CurrentUser author) {
        links.remove(author, slug, link);
        return "redirect:" + useCases.editable(author, slug).url() + "/donnees?fait=retire";
    }

    @PostMapping("/cas-usage/{slug}/donnees/publier")
    String publish(
            @PathVariable String slug, CurrentUser author, Page page, Model model, HttpServletResponse response) {
        try {
            publication.publish(author, slug);
            return "redirect:" + useCases.editable(author, slug).url() + "/donnees?fait=reutilisation-publiee";
        } catch (ProblemException refused) {
            if (!(refused.type() instanceof DataGouvProblem)) {
                throw refused;
            }
            response.setStatus(refused.type().status().value());
            Form form = Form.blank().reject("", texts.detail(refused.type(), refused.arguments(), page.locale()));
            return page(useCases.editable(author, slug), form, author, model);
        }
    }

    private String page(UseCase useCase, Form form, CurrentUser author, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "data",
                new DataPage(
                        useCase.content().title(),
                        useCase.url(),
                        lines.of(useCase),
                        dryRun(author, useCase),
                        publication.isOffered()));
        return "datagouv/data";
    }

    private @Nullable Reuse dryRun(CurrentUser author, UseCase useCase) {
        try {
            return publication.dryRun(author, useCase.id());
        } catch (ProblemException nothingToSend) {
            return null;
        }
    }

    private static <T extends Enum<T>> @Nullable T oneOf(T[] values, @Nullable String typed) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(null);
    }
}
