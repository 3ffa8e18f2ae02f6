package fr.agora.jobs.offer.web;

import fr.agora.jobs.mandates.Mandate;
import fr.agora.jobs.mandates.Mandates;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.jobs.offer.OfferWriting;
import fr.agora.jobs.offer.Offers;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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

    private static final int SIMILAR = 4;

    private final OfferAccess access;
    private final OfferWriting writing;
    private final Offers offers;
    private final Mandates mandates;
    private final JobPostings postings;
    private final OfferCourses courses;
    private final Clock clock;

    OfferPages(
            OfferAccess access,
            OfferWriting writing,
            Offers offers,
            Mandates mandates,
            JobPostings postings,
            OfferCourses courses,
            Clock clock) {
        this.mandates = mandates;
        this.postings = postings;
        this.courses = courses;
        this.access = access;
        this.writing = writing;
        this.offers = offers;
        this.clock = clock;
    }

    @GetMapping("/offres/{id}")
    String offer(
            @PathVariable String id,
            Optional<CurrentUser> reader,
            Page page,
            Model model,
            HttpServletResponse response) {
        Offer offer = access.seen(reader, id);
        if (access.isGone(reader, offer)) {
            response.setStatus(HttpServletResponse.SC_GONE);
            model.addAttribute(
                    "gone", OfferGonePage.of(offer, offers.similarTo(offer, reader.isPresent(), SIMILAR), page, clock));
            return "offers/gone";
        }
        model.addAttribute("offer", OfferPage.of(offer, reader, contact(offer), postings.of(offer), page, clock));
        model.addAttribute("toLearn", courses.of(offer, reader));
        return "offers/offer";
    }

    private Optional<Mandate> contact(Offer offer) {
        String chosen = offer.content().circumstances().contactMandateId();
        return chosen == null ? Optional.empty() : mandates.inForce(chosen);
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
