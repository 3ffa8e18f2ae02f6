package fr.agora.jobs.application.web;

import fr.agora.jobs.application.Application;
import fr.agora.jobs.application.Applying;
import fr.agora.jobs.application.Selecting;
import fr.agora.jobs.application.Stage;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.web.OfferCard;
import fr.agora.jobs.relay.Referral;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a recruiter reads the applications for an offer of theirs and moves them on. */
@Controller
class SelectionPages {

    private static final int ROWS = 20;

    private final Selecting selecting;
    private final Applying applying;
    private final Clock clock;

    SelectionPages(Selecting selecting, Applying applying, Clock clock) {
        this.selecting = selecting;
        this.applying = applying;
        this.clock = clock;
    }

    @GetMapping("/recrutement/offres/{id}/candidatures")
    String received(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String etape,
            @RequestParam(required = false) @Nullable String cursor,
            CurrentUser recruiter,
            Page page,
            Model model) {
        Offer offer = selecting.offer(recruiter, id);
        Stage stage = stage(etape);
        Slice<Application> found = selecting.received(recruiter, id, stage, new Paging(ROWS, cursor));
        model.addAttribute(
                "selection",
                new SelectionPage(
                        OfferCard.of(offer, page, clock),
                        found.map(each -> ApplicationPage.of(each, Optional.empty(), page))
                                .items(),
                        Form.of(Map.of("etape", stage == null ? "" : stage)),
                        stage != null,
                        Arrays.stream(Stage.values())
                                .map(each -> Choice.of(each.name(), page.t("stage." + each)))
                                .toList(),
                        selecting.recommended(offer).stream()
                                .map(each -> recommended(each, page))
                                .toList(),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
        return "application/received";
    }

    private static SelectionPage.Recommended recommended(Referral referral, Page page) {
        return new SelectionPage.Recommended(
                Objects.requireNonNullElse(referral.name(), ""),
                referral.byName().isBlank() ? page.t("referral.somebody") : referral.byName(),
                referral.note());
    }

    @GetMapping("/recrutement/candidatures/{id}")
    String one(@PathVariable String id, CurrentUser recruiter, Page page, Model model) {
        Application application = selecting.one(recruiter, id);
        model.addAttribute("application", ApplicationPage.of(application, selecting.recommendation(application), page));
        return "application/selection";
    }

    @GetMapping("/recrutement/candidatures/{id}/cv")
    void cv(@PathVariable String id, CurrentUser recruiter, HttpServletResponse response) throws IOException {
        Download.send(selecting.one(recruiter, id).cv(), applying, response);
    }

    @PostMapping("/recrutement/candidatures/{id}/etape")
    String move(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String word,
            @RequestParam(required = false) @Nullable String from,
            CurrentUser recruiter) {
        Application moved = selecting.move(recruiter, id, stage(stage), word);
        return "list".equals(from)
                ? "redirect:/recrutement/offres/" + moved.offerId() + "/candidatures?fait=etape"
                : "redirect:/recrutement/candidatures/" + id + "?fait=etape";
    }

    private static @Nullable Stage stage(@Nullable String named) {
        List<Stage> all = List.of(Stage.values());
        return all.stream()
                .filter(each -> each.name().equals(named))
                .findFirst()
                .orElse(null);
    }
}
