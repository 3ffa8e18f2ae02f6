package fr.agora.directory.moderation;

import fr.agora.directory.member.MemberAccounts;
import fr.agora.directory.member.MemberEditing;
import fr.agora.directory.member.MemberView;
import fr.agora.platform.moderation.ReportForms;
import fr.agora.platform.moderation.Reportable;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reporting a profile. */
@Controller
class ProfileReportPages {

    private final MemberEditing members;
    private final MemberAccounts accounts;
    private final ReportForms forms;

    ProfileReportPages(MemberEditing members, MemberAccounts accounts, ReportForms forms) {
        this.members = members;
        this.accounts = accounts;
        this.forms = forms;
    }

    @GetMapping("/annuaire/membres/{id}/signaler")
    String blank(@PathVariable String id, CurrentUser by, Page page, Model model) {
        return forms.blank(seen(id, by), by, model);
    }

    @PostMapping("/annuaire/membres/{id}/signaler")
    String report(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String text,
            CurrentUser by,
            Page page,
            Model model,
            HttpServletResponse response) {
        return forms.take(seen(id, by), reason, text, by, page, model, response);
    }

    private Reportable seen(String id, CurrentUser by) {
        MemberView member = members.seen(id, Optional.of(by));
        if (!member.isPublished()) {
            throw ProblemException.notFound();
        }
        return new Reportable(
                ItemKind.MEMBER.code(),
                id,
                member.displayName(),
                member.url(),
                accounts.behind(id).orElse(null));
    }
}
