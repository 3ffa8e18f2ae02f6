package fr.agora.projects.moderation;

import fr.agora.platform.moderation.ReportForms;
import fr.agora.platform.moderation.Reportable;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reporting a use case or a brick. */
@Controller
class UseCaseReportPages {

    private final UseCaseWriting useCases;
    private final ReportForms forms;

    UseCaseReportPages(UseCaseWriting useCases, ReportForms forms) {
        this.useCases = useCases;
        this.forms = forms;
    }

    @GetMapping("/cas-usage/{slug}/signaler")
    String blank(@PathVariable String slug, CurrentUser by, Page page, Model model) {
        return forms.blank(useCase(slug, by), by, model);
    }

    @PostMapping("/cas-usage/{slug}/signaler")
    String report(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String text,
            CurrentUser by,
            Page page,
            Model model,
            HttpServletResponse response) {
        return forms.take(useCase(slug, by), reason, text, by, page, model, response);
    }

    @GetMapping("/briques/{id}/signaler")
    String blankOfBrick(@PathVariable String id, CurrentUser by, Page page, Model model) {
        return forms.blank(brick(id, by), by, model);
    }

    @PostMapping("/briques/{id}/signaler")
    String reportBrick(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String text,
            CurrentUser by,
            Page page,
            Model model,
            HttpServletResponse response) {
        return forms.take(brick(id, by), reason, text, by, page, model, response);
    }

    private Reportable useCase(String slug, CurrentUser by) {
        UseCase useCase = published(useCases.visible(Optional.of(by), slug));
        return new Reportable(
                "use-case",
                useCase.id(),
                useCase.content().title(),
                useCase.url(),
                useCase.author().orElse(null));
    }

    private Reportable brick(String id, CurrentUser by) {
        UseCase useCase = published(useCases.ofBlock(Optional.of(by), id));
        Block block = useCase.block(id).orElseThrow(ProblemException::notFound);
        return new Reportable(
                "block", id, block.name(), "/briques/" + id, useCase.author().orElse(null));
    }

    private static UseCase published(UseCase useCase) {
        if (!useCase.isPublished()) {
            throw ProblemException.notFound();
        }
        return useCase;
    }
}
