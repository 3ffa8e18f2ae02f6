package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.SimilarUseCases;
import fr.agora.projects.usecase.UseCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the form of a new use case with what a file already says. */
@Component
public class PrefilledForm {

    private final SimilarUseCases similar;
    private final UseCaseFormView view;

    PrefilledForm(SimilarUseCases similar, UseCaseFormView view) {
        this.similar = similar;
        this.view = view;
    }

    /**
     * The view to render.
     *
     * @param said fields of the form by their names
     * @param notes what was not understood, in the page's words
     */
    public String show(Map<String, Object> said, List<String> notes, CurrentUser author, Page page, Model model) {
        Map<String, Object> values = new HashMap<>(Map.of("visibility", "PUBLIC", "phase", "IDEA"));
        values.putAll(said);
        if (author.organization() != null) {
            values.putIfAbsent("organizations[0]", author.organization());
        }
        List<UseCase> existing = similar.to(new SimilarUseCases.Wanted(
                String.valueOf(values.getOrDefault("title", "")),
                String.valueOf(values.getOrDefault("pitch", "")),
                null));
        model.addAttribute("form", Form.of(values));
        model.addAttribute("edit", view.of(null, values, existing, author, page));
        model.addAttribute("notes", notes);
        return "usecases/edit";
    }
}
