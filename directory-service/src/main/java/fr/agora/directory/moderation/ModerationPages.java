package fr.agora.directory.moderation;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of the moderators, and one case. */
@Controller
class ModerationPages {

    private static final int LONGEST = 500;
    private static final int ROWS = 18;

    private final Moderation moderation;

    ModerationPages(Moderation moderation) {
        this.moderation = moderation;
    }

    @GetMapping("/moderation")
    String queue(
            @RequestParam(name = "etat", defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            CurrentUser moderator,
            Page page,
            Model model) {
        boolean closed = state.equals("clos");
        Slice<ModerationCase> found = moderation.list(
                closed ? ModerationCase.State.CLOSED : ModerationCase.State.OPEN, moderator, new Paging(ROWS, cursor));
        model.addAttribute(
                "queue",
                new QueuePage(
                        !closed,
                        found.items().stream()
                                .map(each -> CaseView.of(each, null, page))
                                .toList(),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor != null));
        return "moderation/queue";
    }

    @GetMapping("/moderation/{id}")
    String one(@PathVariable String id, CurrentUser moderator, Page page, Model model) {
        return show(moderation.find(id, moderator), Form.blank(), moderator, page, model);
    }

    @PostMapping("/moderation/{id}/decider")
    String decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String motive,
            CurrentUser moderator,
            Page page,
            Model model,
            HttpServletResponse response) {
        ModerationCase found = moderation.find(id, moderator);
        moderation.refusal(found, moderator).ifPresent(refused -> {
            throw refused.asException();
        });
        Form form = Form.of(Map.of("decision", decision, "motive", motive))
                .named("decision", page.t("moderation.decision"))
                .named("motive", page.t("moderation.motive"));
        Optional<Decision> chosen = found.choices().stream()
                .filter(each -> each.name().equals(decision))
                .findFirst();
        if (chosen.isEmpty()) {
            form.reject("decision", page.t("moderation.decision.missing"));
        }
        if (motive.isBlank()) {
            form.reject("motive", page.t("moderation.motive.missing"));
        } else if (motive.strip().length() > LONGEST) {
            form.reject("motive", page.t("moderation.motive.long", LONGEST));
        }
        if (chosen.isEmpty() || form.hasErrors()) {
            response.setStatus(422);
            return show(found, form, moderator, page, model);
        }
        moderation.decide(id, chosen.get(), motive.strip(), moderator);
        return "redirect:/moderation?fait=signalement-tranche";
    }

    private String show(ModerationCase found, Form form, CurrentUser moderator, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "one", CaseView.of(found, moderation.refusal(found, moderator).orElse(null), page));
        return "moderation/case";
    }
}
