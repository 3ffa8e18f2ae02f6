package fr.agora.projects.request.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import fr.agora.projects.forms.TypedForm;
import fr.agora.projects.request.Asking;
import fr.agora.projects.request.RequestHandling;
import fr.agora.projects.request.RequestHandling.Seen;
import fr.agora.projects.request.RequestState;
import fr.agora.projects.request.ReuseRequest;
import fr.agora.projects.reuse.ReuseWriting;
import fr.agora.projects.usecase.UseCase;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of those who ask, and the thread of each request. */
@Controller
@RequestMapping("/reutilisations/demandes")
class RequestPages {

    private static final int ROWS = 20;

    private final RequestHandling handling;
    private final ReuseWriting reuses;
    private final TypedForm typedForm;

    RequestPages(RequestHandling handling, ReuseWriting reuses, TypedForm typedForm) {
        this.handling = handling;
        this.reuses = reuses;
        this.typedForm = typedForm;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String cursor, CurrentUser user, Page page, Model model) {
        Slice<Seen> found = handling.concerning(user, new Paging(ROWS, cursor));
        model.addAttribute(
                "list",
                new RequestListPage(
                        found.map(each -> RequestPage.of(each, page)).items(),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
        return "request/list";
    }

    @GetMapping("/nouvelle")
    String blank(
            @RequestParam(name = "casUsage", required = false) @Nullable String useCase,
            @RequestParam(name = "brique", required = false) @Nullable List<String> bricks,
            CurrentUser author,
            Model model) {
        if (useCase == null) {
            return "redirect:/cas-usage";
        }
        UseCase asked = reuses.reusable(author, useCase);
        return showForm(asked, Form.of(Map.of("blocks", bricks == null ? List.of() : bricks)), model);
    }

    @PostMapping("/nouvelle")
    String ask(
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        UseCase asked = reuses.reusable(author, typed.getFirst("useCase"));
        try {
            Asking asking = new Asking(asked.id(), typed.get("blocks"), typed.getFirst("text"));
            return "redirect:" + handling.ask(author, asking).url() + "?fait=demande-envoyee";
        } catch (ProblemException refused) {
            return showForm(asked, refusedForm(refused, typed, page, response), model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, CurrentUser user, Page page, Model model) {
        return show(id, user, Form.blank(), page, model);
    }

    @PostMapping("/{id}/messages")
    String say(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        return attempt(
                () -> handling.say(user, id, typed.getFirst("text")),
                "message-envoye",
                id,
                typed,
                user,
                page,
                model,
                response);
    }

    /** @param typed the decision, with a last message where one is given */
    @PostMapping("/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        boolean accepted = "accepter".equals(typed.getFirst("decision"));
        RequestState last = accepted ? RequestState.ACCEPTED : RequestState.REFUSED;
        return attempt(
                () -> handling.decide(user, id, last, typed.getFirst("text")),
                accepted ? "demande-acceptee" : "demande-refusee",
                id,
                typed,
                user,
                page,
                model,
                response);
    }

    @PostMapping("/{id}/abandonner")
    String abandon(@PathVariable String id, CurrentUser user) {
        return "redirect:" + handling.abandon(user, id).url() + "?fait=demande-abandonnee";
    }

    private String attempt(
            Supplier<ReuseRequest> change,
            String done,
            String id,
            MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:" + change.get().url() + "?fait=" + done;
        } catch (ProblemException refused) {
            return show(id, user, refusedForm(refused, typed, page, response), page, model);
        }
    }

    private Form refusedForm(
            ProblemException refused, MultiValueMap<String, String> typed, Page page, HttpServletResponse response) {
        if (refused.type() != CommonProblem.INVALID_FIELDS) {
            throw refused;
        }
        response.setStatus(CommonProblem.INVALID_FIELDS.status().value());
        return typedForm.refused(typed, refused.fields(), "request.field.", page);
    }

    private static String showForm(UseCase asked, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "asking",
                new AskingPage(
                        asked.slug(),
                        asked.content().title(),
                        asked.url(),
                        asked.content().blocks().stream()
                                .map(block -> new Choice(block.id(), block.name(), block.summary()))
                                .toList()));
        return "request/ask";
    }

    private String show(String id, CurrentUser user, Form form, Page page, Model model) {
        model.addAttribute("request", RequestPage.of(handling.visible(user, id), page));
        model.addAttribute("form", form);
        return "request/request";
    }
}
