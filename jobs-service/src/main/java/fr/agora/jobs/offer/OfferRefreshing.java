package fr.agora.jobs.offer;

import fr.agora.jobs.copies.OrganizationHeard;
import fr.agora.jobs.copies.UseCaseHeard;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Tells offers again when a neighbour they name has changed. */
@Component
class OfferRefreshing {

    private static final int BATCH = 100;

    private final Offers offers;
    private final Neighbourhood neighbourhood;
    private final Clock clock;

    OfferRefreshing(Offers offers, Neighbourhood neighbourhood, Clock clock) {
        this.offers = offers;
        this.neighbourhood = neighbourhood;
        this.clock = clock;
    }

    @EventListener
    void on(OrganizationHeard heard) {
        refresh(after -> offers.ofOrganization(heard.id(), after, BATCH));
        refresh(after -> offers.ofLab(heard.id(), after, BATCH));
    }

    @EventListener
    void on(UseCaseHeard heard) {
        refresh(after -> offers.ofUseCase(heard.id(), after, BATCH));
    }

    /** News that came while an offer was first being written did not find it yet. */
    Offer justWritten(Offer offer) {
        refresh(offer);
        return offers.find(offer.id()).orElse(offer);
    }

    private void refresh(Function<String, List<Offer>> following) {
        List<Offer> batch = following.apply("");
        while (!batch.isEmpty()) {
            batch.forEach(this::refresh);
            batch = following.apply(batch.getLast().id());
        }
    }

    private void refresh(Offer offer) {
        try {
            adopt(offer);
        } catch (OptimisticLockingFailureException editedMeanwhile) {
            // once more from the store; a second collision goes back to the queue with its fact
            offers.find(offer.id()).ifPresent(this::adopt);
        }
    }

    private void adopt(Offer offer) {
        if (offer.refresh(neighbourhood.of(offer.content(), offer.surroundings()), clock)) {
            offers.save(offer);
        }
    }
}
