package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.PhaseMoving;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The button that takes a use case one step further. */
@Controller
class PhasePages {

    private final UseCaseWriting writing;
    private final PhaseMoving moving;

    PhasePages(UseCaseWriting writing, PhaseMoving moving) {
        this.writing = writing;
        this.moving = moving;
    }

    @PostMapping("/cas-usage/{slug}/phase")
    String move(
            @PathVariable String slug,
            @RequestParam Phase phase,
            @RequestParam(required = false) @Nullable String on,
            CurrentUser user) {
        UseCase useCase = writing.visible(Optional.of(user), slug);
        try {
            return "redirect:" + moving.move(user, slug, phase, day(on)).url() + "?fait=phase#parcours";
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            // the choices of the form hold every allowed step, so what is wrong is the day
            return "redirect:" + useCase.url() + "?etape=refusee#parcours";
        }
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException odd) {
            throw ProblemException.invalidField("on", "use-case.date");
        }
    }
}
