package fr.agora.jobs.offer;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Writing, publishing and withdrawing offers, by those who may. */
@Component
public class OfferWriting {

    private final OfferAccess access;
    private final Offers offers;
    private final OfferReading reading;
    private final Neighbourhood neighbourhood;
    private final OfferRefreshing refreshing;
    private final ReviewRule review;
    private final RecruitingRule recruiting;
    private final Clock clock;

    OfferWriting(
            OfferAccess access,
            Offers offers,
            OfferReading reading,
            Neighbourhood neighbourhood,
            OfferRefreshing refreshing,
            ReviewRule review,
            RecruitingRule recruiting,
            Clock clock) {
        this.access = access;
        this.review = review;
        this.recruiting = recruiting;
        this.offers = offers;
        this.reading = reading;
        this.neighbourhood = neighbourhood;
        this.refreshing = refreshing;
        this.clock = clock;
    }

    /** A draft, or at once published. */
    public Offer create(CurrentUser author, OfferRequest request, boolean publish) {
        String employer = employer(author, request.organizationId(), null);
        OfferContent content =
                reading.read(request, employer, employer.equals(author.organization()), List.of(), Circumstances.NONE);
        Offer offer = Offer.draft(
                OpaqueId.next("off"), author.accountId(), content, neighbourhood.of(content, Surroundings.NONE), clock);
        if (publish) {
            offer.publish(Offer.quality(author), review.isRequired(), clock);
        }
        return refreshing.justWritten(offers.save(offer));
    }

    /**
     * Replaces the whole content; an absent organisation stays what it was.
     *
     * @throws ProblemException when another content was saved meanwhile
     */
    public Offer edit(CurrentUser author, String id, OfferRequest request, boolean publish) {
        AtomicReference<@Nullable OfferContent> firstRead = new AtomicReference<>();
        return Offers.withoutCollision(() -> {
            Offer offer = access.allowed(author, id, each -> each.mayBeEditedBy(author));
            OfferContent before = offer.content();
            OfferContent content = content(author, request, before);
            if (!firstRead.compareAndSet(null, before) && !before.equals(firstRead.get()) && !before.equals(content)) {
                throw new ProblemException(CommonProblem.EDIT_CONFLICT);
            }
            boolean reads = review.isRequired() && !author.isModerator();
            if (reads && !content.equals(before)) {
                // before the edit: what nobody has read yet is not told
                offer.submitAgain(clock);
            }
            offer.edit(content, neighbourhood.of(content, offer.surroundings()), clock);
            if (publish) {
                offer.publish(Offer.quality(author), review.isRequired(), clock);
            }
            return offers.save(offer);
        });
    }

    private OfferContent content(CurrentUser author, OfferRequest request, OfferContent before) {
        String employer = employer(author, request.organizationId(), before.organizationId());
        boolean trusted = employer.equals(before.organizationId()) || employer.equals(author.organization());
        return reading.read(request, employer, trusted, before.themes(), before.circumstances());
    }

    public Offer publish(CurrentUser author, String id) {
        return Offers.withoutCollision(() -> {
            Offer offer = access.allowed(author, id, each -> each.mayBePublishedBy(author));
            offer.publish(Offer.quality(author), review.isRequired(), clock);
            return offers.save(offer);
        });
    }

    public Offer withdraw(CurrentUser author, String id) {
        return Offers.withoutCollision(() -> {
            Offer offer = access.allowed(author, id, each -> each.mayBeWithdrawnBy(author));
            offer.withdraw(Offer.quality(author), clock);
            return offers.save(offer);
        });
    }

    /** Throws unless that account may write an offer at all. */
    public void checkRecruits(CurrentUser author) {
        if (!recruiting.mayRecruit(author)) {
            throw new AccessDeniedException("Recruiters write offers");
        }
        if (author.organization() == null && !author.isAdmin()) {
            throw OfferProblem.NO_ORGANIZATION.asException();
        }
    }

    private String employer(CurrentUser author, @Nullable String wanted, @Nullable String before) {
        String own = author.organization();
        if (before != null
                && (wanted == null || wanted.isBlank() || wanted.strip().equals(before))) {
            return before;
        }
        checkRecruits(author);
        String employer = wanted == null || wanted.isBlank() ? own : wanted.strip();
        if (employer == null) {
            throw ProblemException.invalidField("organizationId", "field.required");
        }
        if (!author.isAdmin() && !employer.equals(own)) {
            throw OfferProblem.OTHER_ORGANIZATION.asException();
        }
        return employer;
    }
}
