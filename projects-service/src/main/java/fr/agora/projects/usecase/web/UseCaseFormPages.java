package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.usecase.Completeness;
import fr.agora.projects.usecase.SimilarUseCases;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of those who write: a new use case, a use case to be changed. */
@Controller
class UseCaseFormPages {

    private final UseCaseWriting writing;
    private final SimilarUseCases similar;
    private final UseCaseFormView view;

    UseCaseFormPages(UseCaseWriting writing, SimilarUseCases similar, UseCaseFormView view) {
        this.writing = writing;
        this.similar = similar;
        this.view = view;
    }

    /** @param words typed at the first step: a beginning of the pitch */
    @GetMapping("/cas-usage/nouveau/fiche")
    String blank(
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String theme,
            CurrentUser author,
            Page page,
            Model model) {
        writing.checkWrites(author);
        SimilarUseCases.Wanted wanted = new SimilarUseCases.Wanted(title, words, theme);
        Map<String, Object> values = new HashMap<>(Map.of("visibility", "PUBLIC", "phase", "IDEA"));
        values.put("title", Objects.requireNonNullElse(wanted.title(), ""));
        values.put("pitch", Objects.requireNonNullElse(wanted.words(), ""));
        values.put("themes[0]", Objects.requireNonNullElse(wanted.theme(), ""));
        if (author.organization() != null) {
            values.put("organizations[0]", author.organization());
        }
        model.addAttribute("form", Form.of(values));
        model.addAttribute("edit", view.of(null, values, similar.to(wanted), author, page));
        return "usecases/edit";
    }

    @PostMapping("/cas-usage/nouveau")
    String create(
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        writing.checkWrites(author);
        UseCaseForm form = new UseCaseForm(typed);
        boolean publish = publishes(form);
        return attempt(
                () -> writing.create(author, form.request(null), publish),
                publish ? "publie" : "cree",
                form,
                null,
                author,
                page,
                model,
                response);
    }

    /** @param missing present after a refused publication: the form then shows what is still missing */
    @GetMapping("/cas-usage/{slug}/modifier")
    String stored(
            @PathVariable String slug,
            @RequestParam(name = "a-completer", required = false) @Nullable String missing,
            CurrentUser author,
            Page page,
            Model model) {
        UseCase useCase = writing.editable(author, slug);
        Map<String, Object> values = UseCaseForm.stored(useCase);
        Form form = Form.of(values);
        if (missing != null) {
            MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
            values.forEach((name, value) -> typed.add(name, Form.of(values).value(name)));
            form = view.refused(new UseCaseForm(typed), Completeness.missing(useCase.content()), page);
        }
        return show(form, values, useCase, author, page, model);
    }

    @PostMapping("/cas-usage/{slug}/modifier")
    String edit(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        UseCase useCase = writing.editable(author, slug);
        UseCaseForm form = new UseCaseForm(typed);
        boolean publish = publishes(form);
        Supplier<UseCase> save = () -> {
            String seen = form.text("seen");
            if (seen != null && !seen.equals(UseCaseForm.seen(useCase))) {
                throw new OptimisticLockingFailureException("The use case changed since the form was shown: " + slug);
            }
            return writing.edit(author, useCase.id(), form.request(useCase), publish);
        };
        return attempt(save, publish ? "publie" : "enregistre", form, useCase, author, page, model, response);
    }

    private String attempt(
            Supplier<UseCase> save,
            String done,
            UseCaseForm typed,
            @Nullable UseCase before,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        Map<String, Object> values = typed.values();
        try {
            return "redirect:" + save.get().url() + "?fait=" + done;
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            response.setStatus(CommonProblem.INVALID_FIELDS.status().value());
            return show(view.refused(typed, refused.fields(), page), values, before, author, page, model);
        } catch (OptimisticLockingFailureException editedMeanwhile) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            if (before != null) {
                // sent again, it replaces what the other one wrote: the reader has been told
                values.put("seen", UseCaseForm.seen(writing.editable(author, before.id())));
            }
            Form form = Form.of(values).reject("", page.t("use-case.edited-meanwhile"));
            return show(form, values, before, author, page, model);
        }
    }

    private String show(
            Form form,
            Map<String, Object> values,
            @Nullable UseCase useCase,
            CurrentUser author,
            Page page,
            Model model) {
        model.addAttribute("form", form);
        List<UseCase> considered = useCase == null ? considered(values, author) : List.of();
        model.addAttribute("edit", view.of(useCase, new LinkedHashMap<>(values), considered, author, page));
        return "usecases/edit";
    }

    /** What was shown before, once more: the form that is refused still asks. */
    private List<UseCase> considered(Map<String, Object> values, CurrentUser author) {
        Object typed = values.get("considered");
        List<?> ids = typed == null ? List.of() : typed instanceof List<?> several ? several : List.of(typed);
        return ids.stream()
                .limit(SimilarUseCases.MOST)
                .map(String::valueOf)
                .flatMap(id -> writing.findVisible(Optional.of(author), id).stream())
                .toList();
    }

    private static boolean publishes(UseCaseForm form) {
        return "publish".equals(form.text("intent"));
    }
}
