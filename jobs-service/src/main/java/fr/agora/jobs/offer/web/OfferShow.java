package fr.agora.jobs.offer.web;

import fr.agora.jobs.mandates.Mandate;
import fr.agora.jobs.mandates.Mandates;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
import fr.agora.jobs.offer.Offers;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows one offer as anyone reads it, or what stands in its place when it is over. */
@Component
public class OfferShow {

    private static final int SIMILAR = 4;

    private final OfferAccess access;
    private final Offers offers;
    private final Mandates mandates;
    private final JobPostings postings;
    private final OfferCourses courses;
    private final List<OfferActions> actions;
    private final Clock clock;

    OfferShow(
            OfferAccess access,
            Offers offers,
            Mandates mandates,
            JobPostings postings,
            OfferCourses courses,
            List<OfferActions> actions,
            Clock clock) {
        this.access = access;
        this.offers = offers;
        this.mandates = mandates;
        this.postings = postings;
        this.courses = courses;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * The name of the view, with its model.
     *
     * @param relayed by whose link the reader came, absent for the offer's own address
     */
    public String show(
            String id,
            Optional<CurrentUser> reader,
            @Nullable Relayed relayed,
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
        model.addAttribute(
                "actions",
                actions.stream()
                        .flatMap(each -> each.of(offer, reader, relayed, page).stream())
                        .toList());
        model.addAttribute("relayedBy", relayed == null ? null : relayed.by());
        return "offers/offer";
    }

    private Optional<Mandate> contact(Offer offer) {
        String chosen = offer.content().circumstances().contactMandateId();
        return chosen == null ? Optional.empty() : mandates.inForce(chosen);
    }
}
