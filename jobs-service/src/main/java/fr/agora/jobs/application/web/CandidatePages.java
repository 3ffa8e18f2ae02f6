package fr.agora.jobs.application.web;

import fr.agora.jobs.application.Application;
import fr.agora.jobs.application.Applying;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A candidate's own applications. */
@Controller
class CandidatePages {

    private static final int ROWS = 20;

    private final Applying applying;

    CandidatePages(Applying applying) {
        this.applying = applying;
    }

    @GetMapping("/candidatures")
    String mine(
            @RequestParam(required = false) @Nullable String cursor, CurrentUser candidate, Page page, Model model) {
        Slice<Application> found = applying.mine(candidate, new Paging(ROWS, cursor));
        model.addAttribute(
                "applications",
                found.map(each -> ApplicationPage.of(each, Optional.empty(), page))
                        .items());
        model.addAttribute("next", found.next() == null ? null : page.here("cursor", found.next()));
        model.addAttribute("first", cursor == null ? null : page.here());
        return "application/mine";
    }

    @GetMapping("/candidatures/{id}")
    String one(@PathVariable String id, CurrentUser candidate, Page page, Model model) {
        model.addAttribute("application", ApplicationPage.of(applying.mine(candidate, id), Optional.empty(), page));
        return "application/one";
    }

    @GetMapping("/candidatures/{id}/cv")
    void cv(@PathVariable String id, CurrentUser candidate, HttpServletResponse response) throws IOException {
        Download.send(applying.mine(candidate, id).cv(), applying, response);
    }

    @PostMapping("/candidatures/{id}/retirer")
    String withdraw(@PathVariable String id, CurrentUser candidate) {
        return "redirect:/candidatures/" + applying.withdraw(candidate, id).id() + "?fait=candidature-retiree";
    }
}
