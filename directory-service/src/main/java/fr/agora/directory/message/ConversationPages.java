package fr.agora.directory.message;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One conversation and what its sides do with it. */
@Controller
class ConversationPages {

    private final Correspondence correspondence;
    private final MessageForms forms;

    ConversationPages(Correspondence correspondence, MessageForms forms) {
        this.correspondence = correspondence;
        this.forms = forms;
    }

    @GetMapping("/messages/{id}")
    String one(@PathVariable String id, CurrentUser reader, Model model) {
        return show(correspondence.open(id, reader), Form.blank(), reader, model);
    }

    @PostMapping("/messages/{id}/repondre")
    String answer(
            @PathVariable String id,
            @ModelAttribute AnswerDraft typed,
            BindingResult binding,
            CurrentUser author,
            Page page,
            Model model,
            HttpServletResponse response) {
        Form form = Form.of(binding, page);
        forms.check(typed, form, page);
        int status = 422;
        if (!form.hasErrors()) {
            try {
                correspondence.answer(id, typed, author);
                return "redirect:/messages/" + id + "?fait=repondu";
            } catch (ProblemException refused) {
                correspondence.readable(id, author);
                forms.refuse(refused, form, page);
                status = refused.type().status().value();
            }
        }
        Conversation conversation = correspondence.open(id, author);
        response.setStatus(status);
        return show(conversation, form, author, model);
    }

    @PostMapping("/messages/{id}/traite")
    String handle(@PathVariable String id, CurrentUser by) {
        correspondence.handle(id, by);
        return "redirect:/messages/" + id + "?fait=traite";
    }

    @PostMapping("/messages/{id}/transmettre")
    String passOn(@PathVariable String id, @RequestParam("memberId") String memberId, CurrentUser by) {
        correspondence.passOn(id, memberId, by);
        return "redirect:/messages/" + id + "?fait=transmis";
    }

    @GetMapping("/messages/{id}/signaler")
    String reportForm(@PathVariable String id, CurrentUser by, Model model) {
        return showReport(correspondence.readable(id, by), Form.blank(), by, model);
    }

    @PostMapping("/messages/{id}/signaler")
    String report(
            @PathVariable String id,
            @RequestParam(name = "reason", required = false) @Nullable Reason reason,
            @RequestParam(name = "detail", defaultValue = "") String detail,
            CurrentUser by,
            Page page,
            Model model,
            HttpServletResponse response) {
        Conversation conversation = correspondence.readable(id, by);
        if (reason != null && detail.length() <= 1000) {
            correspondence.report(id, new ReportDraft(reason, detail.isBlank() ? null : detail.strip()), by);
            return "redirect:/messages/" + id + "?fait=signale";
        }
        Form form = Form.of(java.util.Map.of("reason", reason == null ? "" : reason, "detail", detail));
        if (reason == null) {
            form.named("reason", page.t("message.reason")).reject("reason", page.t("message.reason.missing"));
        } else {
            form.named("detail", page.t("message.detail")).reject("detail", page.t("message.detail.long"));
        }
        response.setStatus(422);
        return showReport(conversation, form, by, model);
    }

    @PostMapping("/messages/{id}/signalement")
    String closeReport(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean block, CurrentUser moderator) {
        correspondence.closeReport(id, block, moderator);
        return "redirect:/messages/signalements?fait=clos";
    }

    private String show(Conversation conversation, Form form, CurrentUser reader, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "conversation",
                new ConversationPage(
                        ConversationView.whole(conversation, reader),
                        conversation.isOf(reader.accountId()),
                        correspondence.managers(conversation, reader)));
        return "message/conversation";
    }

    private static String showReport(Conversation conversation, Form form, CurrentUser by, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("conversation", ConversationView.line(conversation, by));
        return "message/report";
    }
}
