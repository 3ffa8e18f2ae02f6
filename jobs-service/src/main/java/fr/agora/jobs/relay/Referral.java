package fr.agora.jobs.relay;

import fr.agora.jobs.notices.Notice;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A member recommends somebody for an offer; until that person consents nobody is told who it is. */
@Document("referrals")
@CompoundIndex(name = "of_referrer", def = "{'byAccount': 1, 'createdAt': -1}")
@CompoundIndex(name = "of_offer", def = "{'offerId': 1, 'state': 1, 'answeredAt': -1}")
@CompoundIndex(name = "of_person", def = "{'account': 1}")
@CompoundIndex(name = "of_profile", def = "{'memberId': 1}")
@CompoundIndex(name = "oldest", def = "{'createdAt': 1}")
public class Referral extends OutboxDocument {

    private static final Duration OPEN_FOR = Duration.ofDays(30);

    /** Where a recommendation stands. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        DECLINED,
        /** By whoever made it. */
        TAKEN_BACK
    }

    @Id
    private final String code;

    private final String offerId;
    private @Nullable String byAccount;
    private String byName;
    private final Instant createdAt;
    private @Nullable String memberId;
    private @Nullable String note;
    private State state = State.PROPOSED;
    private @Nullable String account;
    private @Nullable String name;
    private @Nullable Instant answeredAt;

    Referral(String code, String offerId, @Nullable String byAccount, String byName, Instant createdAt) {
        this.code = code;
        this.offerId = offerId;
        this.byAccount = byAccount;
        this.byName = byName;
        this.createdAt = createdAt;
    }

    /**
     * A proposal.
     *
     * @param memberId a profile of the directory, which tells its owner; absent: whoever refers hands the link on
     * @param note why, in their own words
     */
    static Referral proposed(
            String code,
            String offerId,
            CurrentUser by,
            @Nullable String memberId,
            @Nullable String note,
            Clock clock) {
        Referral referral = new Referral(code, offerId, by.accountId(), by.name(), now(clock));
        referral.memberId = memberId;
        referral.note = note;
        if (memberId != null) {
            referral.tell(
                    Notice.Recipient.member(memberId),
                    "REFERRAL_PROPOSED",
                    new Notice.Text("Quelqu’un vous recommande pour un poste", "Somebody recommends you for a post"),
                    new Notice.Text(
                            "Rien n’est dit de vous au recruteur sans votre accord : ouvrez la page pour répondre.",
                            "The recruiter is told nothing of you unless you agree: open the page to answer."),
                    referral.url(),
                    clock);
        }
        return referral;
    }

    /**
     * The person consents to be named to the recruiter.
     *
     * @param recruiter account to be told, absent where there is none
     */
    void accept(CurrentUser person, @Nullable String recruiter, Clock clock) {
        checkAnswerable(person, clock);
        state = State.ACCEPTED;
        account = person.accountId();
        name = person.name();
        answeredAt = now(clock);
        if (recruiter != null) {
            tell(
                    Notice.Recipient.account(recruiter),
                    "REFERRAL_ACCEPTED",
                    new Notice.Text("Une personne recommandée pour votre offre", "Somebody recommended for your offer"),
                    new Notice.Text(
                            "Elle accepte que vous sachiez qui elle est.", "They agree to your knowing who they are."),
                    "/recrutement/offres/" + offerId + "/candidatures",
                    clock);
        }
        if (byAccount != null) {
            tell(
                    Notice.Recipient.account(byAccount),
                    "REFERRAL_ACCEPTED",
                    new Notice.Text("Votre recommandation est acceptée", "Your recommendation was accepted"),
                    new Notice.Text(
                            "La personne que vous avez recommandée a donné son accord.",
                            "The person you recommended has agreed."),
                    "/offres/" + offerId + "/relayer",
                    clock);
        }
    }

    /** Also after having accepted: consent is taken back as easily as it was given. */
    void decline(CurrentUser person, Clock clock) {
        if (state == State.ACCEPTED && person.accountId().equals(account)) {
            forgetPerson(State.DECLINED, clock);
            return;
        }
        checkAnswerable(person, clock);
        forgetPerson(State.DECLINED, clock);
    }

    void takeBack(Clock clock) {
        if (state == State.PROPOSED || state == State.ACCEPTED) {
            forgetPerson(State.TAKEN_BACK, clock);
        }
    }

    private void forgetPerson(State next, Clock clock) {
        state = next;
        memberId = null;
        note = null;
        account = null;
        name = null;
        answeredAt = now(clock);
        dropWaitingFacts();
    }

    /** Whoever made it is erased; what the person accepted stays theirs. */
    void forgetReferrer() {
        byAccount = null;
        byName = "";
        note = null;
    }

    private void checkAnswerable(CurrentUser person, Clock clock) {
        if (!isOpen(clock)) {
            throw RelayProblem.REFERRAL_OVER.asException();
        }
        if (person.accountId().equals(byAccount)) {
            throw RelayProblem.OWN_REFERRAL.asException();
        }
    }

    private void tell(
            Notice.Recipient whom, String kind, Notice.Text title, Notice.Text text, String url, Clock clock) {
        nextRevision();
        Notice notice = Notice.of(List.of(whom), kind, title, text, url);
        announce(Notice.REQUESTED, notice.id(), notice, clock);
    }

    /** Whether it waits for an answer. */
    public boolean isOpen(Clock clock) {
        return state == State.PROPOSED && clock.instant().isBefore(createdAt.plus(OPEN_FOR));
    }

    public boolean isBy(CurrentUser user) {
        return user.accountId().equals(byAccount);
    }

    /** Whether that person accepted it. */
    public boolean isAcceptedBy(CurrentUser user) {
        return state == State.ACCEPTED && user.accountId().equals(account);
    }

    /** Whether its maker hands the link on; else the directory tells the person. */
    public boolean isByLink() {
        return memberId == null;
    }

    public String code() {
        return code;
    }

    public String offerId() {
        return offerId;
    }

    /** Who recommends; empty once they are erased. */
    public String byName() {
        return byName;
    }

    public @Nullable String note() {
        return note;
    }

    public State state() {
        return state;
    }

    /** Who is recommended; absent before they consent. */
    public @Nullable String name() {
        return state == State.ACCEPTED ? name : null;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String url() {
        return "/offres/recommandation/" + code;
    }

    private static Instant now(Clock clock) {
        // the store keeps milliseconds
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
