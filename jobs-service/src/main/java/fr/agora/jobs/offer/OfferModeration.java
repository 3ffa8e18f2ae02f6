package fr.agora.jobs.offer;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What moderators do to offers, always with a reason its author can read. */
@Component
public class OfferModeration {

    private static final int LONGEST_REASON = 500;

    private final OfferAccess access;
    private final Offers offers;
    private final Clock clock;

    OfferModeration(OfferAccess access, Offers offers, Clock clock) {
        this.access = access;
        this.offers = offers;
        this.clock = clock;
    }

    /** Offers that wait for a moderator, the longest waiting first. */
    public Slice<Offer> waiting(CurrentUser moderator, Paging paging) {
        check(moderator);
        return offers.waiting(paging);
    }

    public Offer suspend(CurrentUser moderator, String id, @Nullable String reason) {
        check(moderator);
        String given = given(reason);
        return Offers.withoutCollision(() -> {
            Offer offer = access.allowed(moderator, id, any -> true);
            offer.suspend(given, clock);
            return offers.save(offer);
        });
    }

    /** Gives an offer that waits for review back to its author. */
    public Offer refuse(CurrentUser moderator, String id, @Nullable String reason) {
        check(moderator);
        String given = given(reason);
        return Offers.withoutCollision(() -> {
            Offer offer = access.allowed(moderator, id, any -> true);
            offer.refuse(given, clock);
            return offers.save(offer);
        });
    }

    private static void check(CurrentUser moderator) {
        if (!moderator.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }

    private static String given(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalidField("reason", "field.required");
        }
        if (reason.length() > LONGEST_REASON) {
            throw ProblemException.invalidField("reason", "field.too-long", LONGEST_REASON);
        }
        return reason.strip();
    }
}
