package fr.agora.directory.moderation;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was decided and why, for the author of the item, who may contest it once. */
@Controller
class ToldPages {

    private static final int LONGEST = 2000;

    private final Moderation moderation;

    ToldPages(Moderation moderation) {
        this.moderation = moderation;
    }

    @GetMapping("/moderation/decisions/{id}")
    String read(@PathVariable String id, CurrentUser author, Page page, Model model) {
        return show(moderation.told(id, author), Form.blank(), author, page, model);
    }

    @PostMapping("/moderation/decisions/{id}/contester")
    String contest(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        ModerationCase found = moderation.told(id, author);
        Form form = Form.of(Map.of("text", text)).named("text", page.t("moderation.contest"));
        if (text.isBlank()) {
            form.reject("text", page.t("moderation.contest.missing"));
        } else if (text.strip().length() > LONGEST) {
            form.reject("text", page.t("moderation.contest.long", LONGEST));
        }
        if (form.hasErrors()) {
            response.setStatus(422);
            return show(found, form, author, page, model);
        }
        moderation.contest(id, text.strip(), author);
        return "redirect:/moderation/decisions/" + id + "?fait=contestation-recue";
    }

    private static String show(ModerationCase found, Form form, CurrentUser author, Page page, Model model) {
        CaseView seen = CaseView.of(found, null, page);
        model.addAttribute("form", form);
        model.addAttribute(
                "told",
                new ToldPage(
                        found.id(),
                        found.item().kind(),
                        found.item().title(),
                        found.item().url(),
                        found.steps().getLast().decision(),
                        seen.steps(),
                        seen.contest(),
                        found.mayBeContestedBy(author.accountId())));
        return "moderation/told";
    }
}
