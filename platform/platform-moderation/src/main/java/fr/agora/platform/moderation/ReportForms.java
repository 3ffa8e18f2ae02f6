package fr.agora.platform.moderation;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** The form by which anybody with an account reports an item they see; a service maps it below the item's own page. */
public final class ReportForms {

    static final int LONGEST = 1000;

    private final Reports reports;

    ReportForms(Reports reports) {
        this.reports = reports;
    }

    public String blank(Reportable item, CurrentUser by, Model model) {
        refuseOwn(item, by);
        return show(item, Form.blank(), model);
    }

    /** Back on the item's page, or the form again with what is wrong. */
    public String take(
            Reportable item,
            @Nullable String reason,
            @Nullable String text,
            CurrentUser by,
            Page page,
            Model model,
            HttpServletResponse response) {
        refuseOwn(item, by);
        String written = text == null ? "" : text.strip();
        Form form = Form.of(Map.of("reason", reason == null ? "" : reason, "text", written))
                .named("reason", page.t("report.reason"))
                .named("text", page.t("report.text"));
        Optional<ReportReason> chosen = Arrays.stream(ReportReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
        if (chosen.isEmpty()) {
            form.reject("reason", page.t("report.reason.missing"));
        }
        if (written.length() > LONGEST) {
            form.reject("text", page.t("report.text.long", LONGEST));
        }
        if (chosen.isEmpty() || form.hasErrors()) {
            response.setStatus(422);
            return show(item, form, model);
        }
        boolean fresh = reports.take(item, chosen.get(), written.isEmpty() ? null : written, by);
        return "redirect:" + item.url() + "?fait=" + (fresh ? "signale" : "deja-signale");
    }

    /** Whoever finds their own item out of place withdraws it. */
    private static void refuseOwn(Reportable item, CurrentUser by) {
        if (item.isOf(by)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }

    private static String show(Reportable item, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("item", item);
        return "report/form";
    }
}
