package fr.agora.jobs.relay;

import fr.agora.jobs.copies.DirectoryFacts;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Members pass offers on by links of their own, and see what came of it. */
@Component
public class Relaying implements DirectoryFacts {

    private static final FactType ERASED = new FactType("agora.directory.member-erased.v1");

    private final Relays relays;
    private final OfferAccess access;
    private final VisitCounting counting;
    private final Clock clock;

    Relaying(Relays relays, OfferAccess access, VisitCounting counting, Clock clock) {
        this.relays = relays;
        this.access = access;
        this.counting = counting;
        this.clock = clock;
    }

    /**
     * The member's link to an offer, made if there is none.
     *
     * @param showName whether readers are told who relays
     */
    public OfferRelay relay(CurrentUser member, String offerId, boolean showName) {
        Offer offer = relayable(member, offerId);
        String name = showName ? member.name() : null;
        Optional<OfferRelay> before = relays.ofPair(member.accountId(), offer.id());
        if (before.isPresent()) {
            return signed(before.get(), name);
        }
        try {
            return relays.add(OfferRelay.of(OpaqueId.next("rl"), offer.id(), member.accountId(), name, now()));
        } catch (DuplicateKeyException askedTwiceAtOnce) {
            return signed(relays.ofPair(member.accountId(), offer.id()).orElseThrow(), name);
        }
    }

    private OfferRelay signed(OfferRelay relay, @Nullable String name) {
        relays.sign(relay.code(), name);
        return relays.find(relay.code()).orElseThrow(ProblemException::notFound);
    }

    /** An open, published offer a member may pass on. */
    public Offer relayable(CurrentUser member, String offerId) {
        Offer offer = access.visible(Optional.of(member), offerId);
        if (!member.has(Role.MEMBER)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        if (!offer.isPublished() || offer.isOver(clock)) {
            throw RelayProblem.NOT_RELAYABLE.asException();
        }
        return offer;
    }

    public Optional<OfferRelay> mine(CurrentUser member, String offerId) {
        return relays.ofPair(member.accountId(), offerId);
    }

    public Slice<OfferRelay> mine(CurrentUser member, Paging paging) {
        return relays.of(member.accountId(), paging);
    }

    /** Takes a link back; it leads to the offer still, and counts nothing. */
    public void revoke(CurrentUser member, String code) {
        OfferRelay relay =
                relays.find(code).filter(each -> each.isOf(member.accountId())).orElseThrow(ProblemException::notFound);
        if (!relay.isRevoked()) {
            relays.revoke(code, now());
        }
    }

    /** The link somebody follows. */
    public OfferRelay followed(String code) {
        return relays.find(code).orElseThrow(ProblemException::notFound);
    }

    /** Counts a visit, unless it is the member's own; a visitor counts once a day, a program apart. */
    public void count(OfferRelay relay, Visitor visitor, Optional<CurrentUser> reader) {
        if (relay.isRevoked()
                || reader.filter(each -> relay.isOf(each.accountId())).isPresent()) {
            return;
        }
        if (counting.isRobot(visitor)) {
            relays.countRobot(relay.code());
        } else if (counting.isFirst(relay.code(), visitor)) {
            relays.countVisit(relay.code());
        }
    }

    /**
     * The link an application came by; empty for a forged one, another offer's, one taken back, or one's own.
     *
     * @param code as the form's address says it
     */
    public Optional<String> vouched(@Nullable String code, String offerId, CurrentUser candidate) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        return relays.find(code)
                .filter(relay ->
                        !relay.isRevoked() && relay.offerId().equals(offerId) && !relay.isOf(candidate.accountId()))
                .map(OfferRelay::code);
    }

    /** An application came by that link. */
    public void countApplication(String code) {
        relays.countApplication(code);
    }

    @Override
    public void hear(Fact fact) {
        if (fact.is(ERASED)) {
            String account = fact.as(Erased.class).accountId();
            if (account != null) {
                relays.disown(account, now());
            }
        }
    }

    private Instant now() {
        // the store keeps milliseconds
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    record Erased(@Nullable String accountId) {}
}
