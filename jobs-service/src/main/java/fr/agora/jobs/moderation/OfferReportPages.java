package fr.agora.jobs.moderation;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
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

/** Reporting an offer. */
@Controller
class OfferReportPages {

    private final OfferAccess access;
    private final ReportForms forms;

    OfferReportPages(OfferAccess access, ReportForms forms) {
        this.access = access;
        this.forms = forms;
    }

    @GetMapping("/offres/{id}/signaler")
    String blank(@PathVariable String id, CurrentUser by, Page page, Model model) {
        return forms.blank(seen(id, by), by, model);
    }

    @PostMapping("/offres/{id}/signaler")
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
        Offer offer = access.visible(Optional.of(by), id);
        if (!offer.isPublished()) {
            throw ProblemException.notFound();
        }
        return new Reportable("offer", offer.id(), offer.content().title(), offer.url(), offer.ownerAccount());
    }
}
