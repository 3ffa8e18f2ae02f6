package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.Blocks;
import fr.agora.projects.usecase.PhaseMoving;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One use case, one brick as anyone reads them, and the two buttons of their author. */
@Controller
class UseCasePages {

    private final UseCaseWriting writing;
    private final Blocks blocks;
    private final PhaseMoving moving;
    private final Clock clock;
    private final String publicUrl;
    private final List<UseCasePageAddition> additions;

    UseCasePages(
            UseCaseWriting writing,
            Blocks blocks,
            PhaseMoving moving,
            Clock clock,
            List<UseCasePageAddition> additions,
            @Value("${AGORA_PUBLIC_URL:http://localhost:8080}") String publicUrl) {
        this.publicUrl = publicUrl;
        this.writing = writing;
        this.blocks = blocks;
        this.moving = moving;
        this.clock = clock;
        this.additions = additions;
    }

    @GetMapping("/cas-usage/{slug}")
    String useCase(
            @PathVariable String slug,
            @RequestParam(name = "etape", required = false) @Nullable String step,
            Optional<CurrentUser> reader,
            Page page,
            Model model) {
        UseCase useCase = writing.visible(reader, slug);
        if (!useCase.slug().equals(slug)) {
            // asked for by its id: one page has one address
            return "redirect:" + useCase.url();
        }
        model.addAttribute(
                "useCase",
                UseCasePage.of(
                        useCase,
                        reader,
                        moving.open(useCase, reader),
                        step != null,
                        LocalDate.now(clock),
                        publicUrl,
                        page));
        additions.forEach(each -> each.add(useCase, reader, page, model));
        return "usecases/usecase";
    }

    @GetMapping("/briques/{id}")
    String brick(@PathVariable String id, Optional<CurrentUser> reader, Page page, Model model) {
        UseCase useCase = writing.ofBlock(reader, id);
        Block block = useCase.block(id).orElseThrow(ProblemException::notFound);
        model.addAttribute(
                "brick",
                BlockPage.of(
                        useCase,
                        block,
                        blocks.found(block.dependsOn(), reader),
                        blocks.dependingOn(id, reader.isPresent()),
                        page));
        model.addAttribute(
                "reportable",
                useCase.isPublished() && reader.filter(useCase::mayBeEditedBy).isEmpty());
        additions.forEach(each -> each.addToBlock(useCase, id, reader, page, model));
        return "usecases/brick";
    }

    @PostMapping("/cas-usage/{slug}/publier")
    String publish(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String from, CurrentUser author) {
        try {
            return back(writing.publish(author, slug), from, author, "publie");
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            // something is still missing: the form says what
            return "redirect:" + writing.editable(author, slug).url() + "/modifier?a-completer=1";
        }
    }

    @PostMapping("/cas-usage/{slug}/retirer")
    String withdraw(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String from, CurrentUser author) {
        return back(writing.withdraw(author, slug), from, author, "retire");
    }

    private static String back(UseCase useCase, @Nullable String from, CurrentUser author, String done) {
        if ("desk".equals(from)) {
            return "redirect:/cas-usage/mes-cas-usage?fait=" + done;
        }
        // a moderator no longer sees what they have just withdrawn
        return "redirect:" + (useCase.mayBeEditedBy(author) ? useCase.url() : "/cas-usage") + "?fait=" + done;
    }
}
