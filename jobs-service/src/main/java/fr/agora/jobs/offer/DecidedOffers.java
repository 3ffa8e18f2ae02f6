package fr.agora.jobs.offer;

import fr.agora.platform.moderation.DecidedItems;
import fr.agora.platform.moderation.ItemDecision;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Suspends offers by decision of the moderation queue, and puts them back. */
@Component
class DecidedOffers implements DecidedItems {

    private final Offers offers;
    private final Clock clock;

    DecidedOffers(Offers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void carryOut(ItemDecision decision) {
        Offers.withoutCollision(() -> {
            offers.find(decision.itemId())
                    .filter(offer -> offer.decided(decision, clock))
                    .ifPresent(offers::save);
            return decision;
        });
    }
}
