package fr.agora.jobs.relay;

import fr.agora.jobs.copies.DirectoryFacts;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
import fr.agora.jobs.offer.PersonalContact;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members recommend people for offers; the people decide. */
@Component
public class Referring implements DirectoryFacts {

    private static final FactType ERASED = new FactType("agora.directory.member-erased.v1");
    private static final int MOST_A_DAY = 10;
    private static final int SHOWN = 50;
    private static final int LONGEST_NOTE = 500;
    private static final Pattern PROFILE =
            Pattern.compile("(?:\\S{0,200}/annuaire/membres/)?([A-Za-z0-9-]{1,80})/?(?:[?#]\\S{0,200})?");

    private final Referrals referrals;
    private final Relaying relaying;
    private final OfferAccess access;
    private final Clock clock;

    Referring(Referrals referrals, Relaying relaying, OfferAccess access, Clock clock) {
        this.referrals = referrals;
        this.relaying = relaying;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Recommends somebody. Whether the profile exists is not said: the directory tells its owner, or nobody.
     *
     * @param profile id or address of a profile of the directory; absent: the link is handed on by whoever refers
     * @param note why; neither names nor addresses are asked for
     */
    public Referral refer(CurrentUser by, String offerId, @Nullable String profile, @Nullable String note) {
        Offer offer = relaying.relayable(by, offerId);
        String member = profile == null || profile.isBlank() ? null : member(profile.strip());
        String why = note == null || note.isBlank() ? null : note.strip();
        if (why != null && why.length() > LONGEST_NOTE) {
            throw ProblemException.invalidField("note", "referral.note-length", LONGEST_NOTE);
        }
        if (PersonalContact.isIn(why)) {
            throw ProblemException.invalidField("note", "offer.personal-contact");
        }
        if (referrals.countSince(by.accountId(), clock.instant().minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw RelayProblem.TOO_MANY_REFERRALS.asException();
        }
        return referrals.save(Referral.proposed(OpaqueId.next("rc"), offer.id(), by, member, why, clock));
    }

    private static String member(String typed) {
        Matcher profile = PROFILE.matcher(typed);
        if (!profile.matches()) {
            throw ProblemException.invalidField("profile", "referral.profile");
        }
        return profile.group(1);
    }

    /** What a member recommended for an offer; who accepted is not told to them, that somebody did is. */
    public List<Referral> mine(CurrentUser by, String offerId) {
        return referrals.of(by.accountId(), offerId, SHOWN);
    }

    /** The recommendation behind a link, and the offer it is for. */
    public Referral seen(String code) {
        return referrals.find(code).orElseThrow(ProblemException::notFound);
    }

    /** The offer, while it is open. */
    public Offer offer(Referral referral, Optional<CurrentUser> reader) {
        return access.visible(reader, referral.offerId());
    }

    public Referral accept(CurrentUser person, String code) {
        Referral referral = seen(code);
        Offer offer = access.visible(Optional.of(person), referral.offerId());
        referral.accept(person, offer.ownerAccount(), clock);
        return referrals.save(referral);
    }

    public void decline(CurrentUser person, String code) {
        Referral referral = seen(code);
        referral.decline(person, clock);
        referrals.save(referral);
    }

    /** By whoever made it. */
    public Referral takeBack(CurrentUser by, String code) {
        Referral referral = referrals.find(code).filter(each -> each.isBy(by)).orElseThrow(ProblemException::notFound);
        referral.takeBack(clock);
        return referrals.save(referral);
    }

    /** Those who accepted to be named to whoever recruits for that offer. */
    public List<Referral> accepted(Offer offer) {
        return referrals.accepted(offer.id(), SHOWN);
    }

    /** The recommendation a candidate accepted, if the code is that. */
    public Optional<Referral> accepted(@Nullable String code, String offerId, CurrentUser candidate) {
        return code == null || code.isBlank()
                ? Optional.empty()
                : referrals
                        .find(code)
                        .filter(each ->
                                each.isAcceptedBy(candidate) && each.offerId().equals(offerId));
    }

    /** The recommendation, while the consent to it stands. */
    public Optional<Referral> standing(String code) {
        return referrals.find(code).filter(each -> each.state() == Referral.State.ACCEPTED);
    }

    @Override
    public void hear(Fact fact) {
        if (!fact.is(ERASED)) {
            return;
        }
        String account = fact.as(Erased.class).accountId();
        if (account == null) {
            referrals.removeAbout("", fact.subject());
            return;
        }
        referrals.removeAbout(account, fact.subject());
        for (List<Referral> batch = referrals.madeBy(account, SHOWN);
                !batch.isEmpty();
                batch = referrals.madeBy(account, SHOWN)) {
            batch.forEach(each -> {
                each.forgetReferrer();
                referrals.save(each);
            });
        }
    }

    record Erased(@Nullable String accountId) {}
}
