package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.jobs.offer.OfferWriting;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One offer as anyone reads it, what stands in its place when it is over, and the two buttons of its author. */
@Controller
class OfferPages {

    private final OfferShow show;
    private final OfferWriting writing;

    OfferPages(OfferShow show, OfferWriting writing) {
        this.show = show;
        this.writing = writing;
    }

    @GetMapping("/offres/{id}")
    String offer(
            @PathVariable String id,
            Optional<CurrentUser> reader,
            Page page,
            Model model,
            HttpServletResponse response) {
        return show.show(id, reader, null, page, model, response);
    }

    @PostMapping("/offres/{id}/publier")
    String publish(@PathVariable String id, @RequestParam(required = false) @Nullable String from, CurrentUser author) {
        Offer offer = writing.publish(author, id);
        return Returning.to(offer, from, author, offer.status() == OfferStatus.IN_REVIEW ? "relecture" : "publie");
    }

    @PostMapping("/offres/{id}/retirer")
    String withdraw(
            @PathVariable String id, @RequestParam(required = false) @Nullable String from, CurrentUser author) {
        return Returning.to(writing.withdraw(author, id), from, author, "retire");
    }
}
