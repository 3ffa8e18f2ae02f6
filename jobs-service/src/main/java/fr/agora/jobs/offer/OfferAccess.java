package fr.agora.jobs.offer;

import fr.agora.jobs.offer.Offer.Sight;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds an offer for somebody, as far as it is theirs to see or to change. */
@Component
public class OfferAccess {

    private final Offers offers;
    private final Clock clock;

    OfferAccess(Offers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    /** What a reader may read, even if it is over by now; hidden and absent look the same. */
    public Offer seen(Optional<CurrentUser> reader, String id) {
        return offers.find(id)
                .filter(offer -> offer.sightOf(reader, clock) != Sight.HIDDEN)
                .orElseThrow(ProblemException::notFound);
    }

    /** What a reader may read now; one that is over says so. */
    public Offer visible(Optional<CurrentUser> reader, String id) {
        Offer offer = seen(reader, id);
        if (isGone(reader, offer)) {
            throw OfferProblem.OFFER_CLOSED.asException();
        }
        return offer;
    }

    /** Those of the offers that are there still, whatever became of them: for people who had to do with them. */
    public List<Offer> named(Collection<String> ids) {
        return offers.named(ids);
    }

    /** Whether all that is left for that reader is that it was there. */
    public boolean isGone(Optional<CurrentUser> reader, Offer offer) {
        return offer.sightOf(reader, clock) == Sight.GONE;
    }

    /** An offer to be edited. */
    public Offer editable(CurrentUser author, String id) {
        return allowed(author, id, offer -> offer.mayBeEditedBy(author));
    }

    Offer allowed(CurrentUser author, String id, Predicate<Offer> rule) {
        Offer offer = visible(Optional.of(author), id);
        if (!rule.test(offer)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return offer;
    }
}
