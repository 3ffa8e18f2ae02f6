package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferWriting;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One offer as anyone reads it, and the two buttons of its author. */
@Controller
class OfferPages {

    private final OfferWriting writing;
    private final Clock clock;

    OfferPages(OfferWriting writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    @GetMapping("/offres/{id}")
    String offer(@PathVariable String id, Optional<CurrentUser> reader, Page page, Model model) {
        model.addAttribute("offer", OfferPage.of(writing.visible(reader, id), reader, page, clock));
        return "offers/offer";
    }

    @PostMapping("/offres/{id}/publier")
    String publish(@PathVariable String id, @RequestParam(required = false) @Nullable String from, CurrentUser author) {
        return back(writing.publish(author, id), from, author, "publie");
    }

    @PostMapping("/offres/{id}/retirer")
    String withdraw(
            @PathVariable String id, @RequestParam(required = false) @Nullable String from, CurrentUser author) {
        return back(writing.withdraw(author, id), from, author, "retire");
    }

    private static String back(Offer offer, @Nullable String from, CurrentUser author, String done) {
        if ("desk".equals(from)) {
            return "redirect:/offres/mes-offres?fait=" + done;
        }
        // a moderator no longer sees what they have just withdrawn
        return "redirect:" + (offer.mayBeEditedBy(author) ? offer.url() : "/offres") + "?fait=" + done;
    }
}
