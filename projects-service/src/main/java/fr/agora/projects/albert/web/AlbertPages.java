package fr.agora.projects.albert.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.projects.albert.Summaries;
import fr.agora.projects.usecase.UseCaseWriting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The author's buttons around a summary. */
@Controller
class AlbertPages {

    private final Summaries summaries;
    private final UseCaseWriting useCases;

    AlbertPages(Summaries summaries, UseCaseWriting useCases) {
        this.summaries = summaries;
        this.useCases = useCases;
    }

    @PostMapping("/cas-usage/{slug}/resume")
    String ask(@PathVariable String slug, CurrentUser author) {
        summaries.ask(author, slug);
        return back(slug, author, "resume-propose");
    }

    @PostMapping("/cas-usage/{slug}/resume/accepter")
    String accept(@PathVariable String slug, CurrentUser author) {
        summaries.accept(author, slug);
        return back(slug, author, "resume-accepte");
    }

    @PostMapping("/cas-usage/{slug}/resume/ecarter")
    String dismiss(@PathVariable String slug, CurrentUser author) {
        summaries.dismiss(author, slug);
        return back(slug, author, "retire");
    }

    private String back(String slug, CurrentUser author, String done) {
        return "redirect:" + useCases.editable(author, slug).url() + "?fait=" + done;
    }
}
