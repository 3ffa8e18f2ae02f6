package fr.agora.jobs.offer;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those who recruit do to offers that are already there: close, extend, copy and file them. */
@Component
public class OfferDesk {

    private static final int COPY_DAYS = 60;

    private final OfferAccess access;
    private final OfferReading reading;
    private final OfferWriting writing;
    private final Offers offers;
    private final ReviewRule review;
    private final Clock clock;

    OfferDesk(
            OfferAccess access,
            OfferReading reading,
            OfferWriting writing,
            Offers offers,
            ReviewRule review,
            Clock clock) {
        this.access = access;
        this.reading = reading;
        this.writing = writing;
        this.offers = offers;
        this.review = review;
        this.clock = clock;
    }

    /** Somebody was found. */
    public Offer fill(CurrentUser author, String id) {
        return change(author, id, offer -> offer.fill(Offer.quality(author), clock));
    }

    public Offer archive(CurrentUser author, String id) {
        return change(author, id, offer -> offer.archive(Offer.quality(author), clock));
    }

    /** A new last day; an offer that is over becomes visible again. */
    public Offer extend(CurrentUser author, String id, @Nullable LocalDate lastDay) {
        reading.checkLastDay(lastDay);
        LocalDate day = Objects.requireNonNull(lastDay);
        return change(author, id, offer -> {
            OfferContent content = offer.content().until(day);
            boolean reopens = offer.status().isClosed();
            offer.edit(content, offer.surroundings(), clock);
            if (reopens) {
                offer.publish(Offer.quality(author), review.isRequired(), clock);
            }
        });
    }

    /** A draft that says the same, for the next post of the kind. */
    public Offer duplicate(CurrentUser author, String id) {
        Offer original = access.editable(author, id);
        writing.checkRecruits(author);
        return offers.save(Offer.draft(
                OpaqueId.next("off"),
                author.accountId(),
                original.content().until(LocalDate.now(clock).plusDays(COPY_DAYS)),
                original.surroundings(),
                clock));
    }

    private Offer change(CurrentUser author, String id, Consumer<Offer> change) {
        return Offers.withoutCollision(() -> {
            Offer offer = access.editable(author, id);
            change.accept(offer);
            return offers.save(offer);
        });
    }
}
