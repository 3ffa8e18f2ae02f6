package fr.agora.jobs.application;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
import fr.agora.jobs.relay.Referral;
import fr.agora.jobs.relay.Referring;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recruiters read the applications for their own offers, nobody else's, and move them on. */
@Component
public class Selecting {

    private static final int LONGEST_WORD = 1_000;

    private final Applications applications;
    private final OfferAccess access;
    private final Referring referring;
    private final Clock clock;

    Selecting(Applications applications, OfferAccess access, Referring referring, Clock clock) {
        this.applications = applications;
        this.access = access;
        this.referring = referring;
        this.clock = clock;
    }

    /** An offer of that recruiter's; a moderator or an administrator is none. */
    public Offer offer(CurrentUser recruiter, String offerId) {
        Offer offer = access.seen(Optional.of(recruiter), offerId);
        if (!offer.isRecruitedBy(recruiter)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return offer;
    }

    public Slice<Application> received(CurrentUser recruiter, String offerId, @Nullable Stage stage, Paging paging) {
        return applications.ofOffer(offer(recruiter, offerId).id(), stage, paging);
    }

    /** Those who agreed to be named as recommended for that offer. */
    public List<Referral> recommended(Offer offer) {
        return referring.accepted(offer);
    }

    /** The recommendation an application came with, while its consent stands. */
    public Optional<Referral> recommendation(Application application) {
        String code = application.referral();
        return code == null ? Optional.empty() : referring.standing(code);
    }

    public Application one(CurrentUser recruiter, String id) {
        return applications
                .find(id)
                .filter(each -> access.named(List.of(each.offerId())).stream()
                        .anyMatch(offer -> offer.isRecruitedBy(recruiter)))
                .orElseThrow(ProblemException::notFound);
    }

    /** @param word to the candidate, absent for none */
    public Application move(CurrentUser recruiter, String id, @Nullable Stage next, @Nullable String word) {
        if (next == null || next == Stage.WITHDRAWN) {
            throw ProblemException.invalidField("stage", "application.stage");
        }
        String said = word == null || word.isBlank() ? null : word.strip();
        if (said != null && said.length() > LONGEST_WORD) {
            throw ProblemException.invalidField("word", "application.message-length", LONGEST_WORD);
        }
        return Attempts.withoutCollision(() -> {
            Application application = one(recruiter, id);
            application.moveTo(next, said, clock);
            return applications.save(application);
        });
    }

    /** How many applications stand for each offer. */
    public Map<String, Long> counted(Collection<String> offers) {
        return applications.counted(offers);
    }
}
