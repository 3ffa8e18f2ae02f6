package fr.agora.jobs.application.web;

import fr.agora.jobs.application.Application;
import fr.agora.jobs.application.ApplicationProblem;
import fr.agora.jobs.application.Applying;
import fr.agora.jobs.application.Applying.Sent;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.web.OfferCard;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The form of an application: a word and a CV. */
@Controller
class ApplyPages {

    /** What is wrong with the file itself; everything else has a page of its own. */
    private static final Set<ApplicationProblem> OF_THE_FILE = Set.of(
            ApplicationProblem.CV_TOO_LARGE,
            ApplicationProblem.CV_FORMAT,
            ApplicationProblem.CV_HARMFUL,
            ApplicationProblem.CV_NOT_SCANNED);

    private final Applying applying;
    private final ProblemTexts texts;
    private final Clock clock;

    ApplyPages(Applying applying, ProblemTexts texts, Clock clock) {
        this.applying = applying;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/offres/{id}/postuler")
    String form(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String relais,
            @RequestParam(required = false) @Nullable String recommandation,
            CurrentUser candidate,
            Page page,
            Model model) {
        Optional<Application> sent = applying.sent(candidate, id);
        if (sent.isPresent()) {
            return "redirect:/candidatures/" + sent.get().id();
        }
        return show(Form.of(values(null, relais, recommandation)), applying.offer(candidate, id), page, model);
    }

    @PostMapping("/offres/{id}/postuler")
    String apply(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String message,
            @RequestParam(required = false) @Nullable MultipartFile cv,
            @RequestParam(required = false) @Nullable String relais,
            @RequestParam(required = false) @Nullable String recommandation,
            CurrentUser candidate,
            Page page,
            Model model,
            HttpServletResponse response) {
        try {
            Application sent = applying.apply(
                    candidate,
                    id,
                    new Sent(
                            message,
                            cv == null ? InputStream::nullInputStream : cv,
                            cv == null ? 0 : cv.getSize(),
                            cv == null ? null : cv.getOriginalFilename(),
                            relais,
                            recommandation));
            return "redirect:/candidatures/" + sent.id() + "?fait=candidature";
        } catch (ProblemException refused) {
            boolean ofTheFile = refused.type() instanceof ApplicationProblem problem && OF_THE_FILE.contains(problem);
            if (!ofTheFile && refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            Form form = Form.of(values(message, relais, recommandation));
            if (ofTheFile) {
                form.named("cv", page.t("application.cv"))
                        .reject("cv", texts.detail(refused.type(), refused.arguments(), page.locale()));
            }
            refused.fields()
                    .forEach(field -> form.named(field.field(), page.t("application." + field.field()))
                            .reject(field.field(), page.t("offer.this-field", texts.field(field, page.locale()))));
            response.setStatus(CommonProblem.INVALID_FIELDS.status().value());
            return show(form, applying.offer(candidate, id), page, model);
        }
    }

    private static Map<String, Object> values(
            @Nullable String message, @Nullable String relais, @Nullable String recommandation) {
        Map<String, Object> values = new HashMap<>();
        values.put("message", message == null ? "" : message);
        values.put("relais", relais == null ? "" : relais);
        values.put("recommandation", recommandation == null ? "" : recommandation);
        return values;
    }

    private String show(Form form, Offer offer, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("offer", OfferCard.of(offer, page, clock));
        return "application/apply";
    }
}
