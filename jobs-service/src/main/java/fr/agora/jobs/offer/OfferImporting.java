package fr.agora.jobs.offer;

import fr.agora.jobs.offer.OfferStep.By;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.LineOutcome;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes over offers kept elsewhere: the same one again is an update, an unchanged one is left alone. */
@Component
public class OfferImporting {

    private final Offers offers;
    private final Neighbourhood neighbourhood;
    private final OfferRefreshing refreshing;
    private final Clock clock;

    OfferImporting(Offers offers, Neighbourhood neighbourhood, OfferRefreshing refreshing, Clock clock) {
        this.offers = offers;
        this.neighbourhood = neighbourhood;
        this.refreshing = refreshing;
        this.clock = clock;
    }

    /**
     * One offer of a file.
     *
     * @param source where it is kept; another source's offer of the same id is never taken over
     * @param digest of all that was imported: an equal one changes nothing
     * @param since when it appeared there
     * @param state what it should become; an offer past its last day is over in any case
     */
    public record Imported(String id, String source, String digest, OfferContent content, Instant since, State state) {

        /** What the file wants of an offer. */
        public enum State {
            DRAFT,
            OPEN,
            FILLED,
            OVER
        }

        private String key() {
            return source + "/" + id;
        }
    }

    public LineOutcome take(Imported line) {
        return Offers.withoutCollision(() -> attempt(line));
    }

    /**
     * An offer of another job board, which stays nobody's here; one that somebody took off here stays off.
     *
     * @param key its source and what that source calls it
     * @return its id here
     */
    public String takeForeign(String key, OfferContent content, Instant since) {
        return Offers.withoutCollision(() -> {
            Offer offer = offers.ofSource(key)
                    .orElseGet(() -> Offer.imported(
                            OpaqueId.next("off"), key, content, neighbourhood.of(content, Surroundings.NONE), clock));
            if (content.validThrough().isBefore(LocalDate.now(clock))) {
                offer.follow(OfferStatus.EXPIRED, null, clock);
                offer.edit(content, neighbourhood.of(content, offer.surroundings()), clock);
            } else {
                offer.edit(content, neighbourhood.of(content, offer.surroundings()), clock);
                offer.publish(By.IMPORT, false, since, clock);
            }
            return offers.save(offer).id();
        });
    }

    /** Its source no longer has it. */
    public void closeAbsent(String key) {
        Offers.withoutCollision(() -> {
            offers.ofSource(key).filter(Offer::isPublished).ifPresent(offer -> {
                offer.follow(OfferStatus.EXPIRED, null, clock);
                offers.save(offer);
            });
            return key;
        });
    }

    private LineOutcome attempt(Imported line) {
        Optional<Offer> known = offers.find(line.id());
        if (known.filter(offer -> !offer.cameFrom(line.key())).isPresent()) {
            throw ProblemException.invalidField("id", "offer.other-source");
        }
        if (known.filter(offer -> offer.saysTheSameAs(line.digest())).isPresent()) {
            return new LineOutcome.Unchanged(line.id());
        }
        Offer offer = known.orElseGet(() -> Offer.imported(
                line.id(), line.key(), line.content(), neighbourhood.of(line.content(), Surroundings.NONE), clock));
        Imported.State wanted =
                line.content().validThrough().isBefore(LocalDate.now(clock)) ? Imported.State.OVER : line.state();
        switch (wanted) {
            case OPEN -> {
                edit(offer, line);
                offer.publish(By.IMPORT, false, line.since(), clock);
            }
            case FILLED -> close(offer, OfferStatus.FILLED, line);
            case OVER -> close(offer, OfferStatus.EXPIRED, line);
            case DRAFT -> {
                offer.follow(OfferStatus.DRAFT, null, clock);
                edit(offer, line);
            }
        }
        offer.remember(line.digest());
        Offer saved = offers.save(offer);
        if (known.isPresent()) {
            return new LineOutcome.Updated(line.id());
        }
        refreshing.justWritten(saved);
        return new LineOutcome.Created(line.id());
    }

    private void close(Offer offer, OfferStatus as, Imported line) {
        // hidden first: what is about to leave is not told again
        offer.follow(as, null, clock);
        edit(offer, line);
    }

    private void edit(Offer offer, Imported line) {
        offer.edit(line.content(), neighbourhood.of(line.content(), offer.surroundings()), clock);
    }
}
