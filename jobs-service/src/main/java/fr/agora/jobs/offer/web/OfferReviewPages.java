package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferModeration;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What moderators see and decide. */
@Controller
class OfferReviewPages {

    private static final int ROWS = 18;

    private final OfferModeration moderation;
    private final Clock clock;

    OfferReviewPages(OfferModeration moderation, Clock clock) {
        this.moderation = moderation;
        this.clock = clock;
    }

    @GetMapping("/offres/relecture")
    String waiting(
            @RequestParam(required = false) @Nullable String cursor, CurrentUser moderator, Page page, Model model) {
        Slice<Offer> found = moderation.waiting(moderator, new Paging(ROWS, cursor));
        model.addAttribute(
                "review",
                new OfferReviewPage(
                        found.map(offer -> OfferCard.of(offer, page, clock)).items(),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
        return "offers/review";
    }

    @PostMapping("/offres/{id}/suspendre")
    String suspend(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String from,
            CurrentUser moderator) {
        return Returning.to(moderation.suspend(moderator, id, reason), from, moderator, "suspendue");
    }

    @PostMapping("/offres/{id}/refuser")
    String refuse(
            @PathVariable String id, @RequestParam(required = false) @Nullable String reason, CurrentUser moderator) {
        return Returning.to(moderation.refuse(moderator, id, reason), "review", moderator, "refusee");
    }
}
