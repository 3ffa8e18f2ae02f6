package fr.agora.jobs.offer;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells every offer again to whoever rebuilds a copy. */
@Component
class OfferReplay implements ReplaySource {

    private static final int BATCH = 100;

    private final Offers offers;
    private final Clock clock;

    OfferReplay(Offers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "offer";
    }

    @Override
    public void forEachCurrent(Consumer<OutboxEntry> sink) {
        List<Offer> batch = offers.all("", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(offer -> offer.current(clock).ifPresent(sink));
            batch = offers.all(batch.getLast().id(), BATCH);
        }
    }
}
