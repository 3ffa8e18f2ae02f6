package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.SimilarUseCases;
import fr.agora.projects.usecase.UseCaseWriting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first step of a new use case: « ce qui existe déjà ». */
@Controller
class SimilarPages {

    private final UseCaseWriting writing;
    private final SimilarUseCases similar;

    SimilarPages(UseCaseWriting writing, SimilarUseCases similar) {
        this.writing = writing;
        this.similar = similar;
    }

    @GetMapping("/cas-usage/nouveau")
    String first(
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String theme,
            CurrentUser author,
            Page page,
            Model model) {
        writing.checkWrites(author);
        SimilarUseCases.Wanted wanted = new SimilarUseCases.Wanted(title, words, theme);
        Map<String, Object> values = new HashMap<>();
        values.put("title", wanted.title() == null ? "" : wanted.title());
        values.put("words", wanted.words() == null ? "" : wanted.words());
        values.put("theme", wanted.theme() == null ? "" : wanted.theme());
        boolean asked = wanted.title() != null || wanted.words() != null;
        List<SimilarPage.Similar> found = asked
                ? similar.to(wanted).stream()
                        .map(each -> new SimilarPage.Similar(
                                UseCaseCard.of(each, page),
                                page.href("/reutilisations/nouvelle", "casUsage", each.id())))
                        .toList()
                : List.of();
        model.addAttribute("form", Form.of(values));
        model.addAttribute(
                "similar",
                new SimilarPage(
                        asked,
                        found,
                        Choices.themes(page),
                        page.href("/recherche", "kind", "use-case", "q", wanted.title()),
                        page.href("/cas-usage/nouveau/fiche", values)));
        return "usecases/similar";
    }
}
