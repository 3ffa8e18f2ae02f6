package fr.agora.jobs.application;

import fr.agora.jobs.notices.Notice;
import fr.agora.jobs.offer.Offer;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody applies for an offer; its facts tell people that something happened, never what. */
@Document("applications")
@CompoundIndex(name = "of_offer", def = "{'offerId': 1, 'receivedAt': -1, '_id': -1}")
@CompoundIndex(name = "of_candidate", def = "{'account': 1, 'receivedAt': -1, '_id': -1}")
@CompoundIndex(name = "of_file", def = "{'cv.fileId': 1}")
@CompoundIndex(name = "quiet", def = "{'movedAt': 1}")
public class Application extends OutboxDocument {

    private static final int MOST_STEPS = 50;

    @Id
    private final String id;

    private final String offerId;
    private final String offerTitle;
    private final String account;

    /** One at a time for a candidate and an offer; gone once withdrawn. */
    @Indexed(unique = true, sparse = true)
    private @Nullable String pair;

    private @Nullable String name;
    private @Nullable String message;
    private @Nullable Cv cv;
    private @Nullable String referral;
    private boolean relayed;
    private Stage stage = Stage.RECEIVED;
    private final Instant receivedAt;
    private Instant movedAt;
    private List<StageStep> history = new ArrayList<>();

    Application(String id, String offerId, String offerTitle, String account, Instant receivedAt, Instant movedAt) {
        this.id = id;
        this.offerId = offerId;
        this.offerTitle = offerTitle;
        this.account = account;
        this.receivedAt = receivedAt;
        this.movedAt = movedAt;
    }

    /**
     * A new one; the recruiter is told that there is one.
     *
     * @param referral code of the recommendation the candidate accepted
     * @param relayed whether it came by a member's link
     */
    static Application received(
            String id,
            Offer offer,
            CurrentUser candidate,
            @Nullable String message,
            Cv cv,
            @Nullable String referral,
            boolean relayed,
            Clock clock) {
        Instant now = now(clock);
        Application application =
                new Application(id, offer.id(), offer.content().title(), candidate.accountId(), now, now);
        application.pair = pair(candidate.accountId(), offer.id());
        application.name = candidate.name();
        application.message = message;
        application.cv = cv;
        application.referral = referral;
        application.relayed = relayed;
        application.history.add(new StageStep(now, Stage.RECEIVED, null));
        application.tellRecruiter(
                offer.ownerAccount(),
                "APPLICATION_RECEIVED",
                new Notice.Text("Une candidature pour votre offre", "An application for your offer"),
                clock);
        return application;
    }

    static String pair(String account, String offerId) {
        return account + "|" + offerId;
    }

    /**
     * The recruiter moves it on; the candidate is told that it moved.
     *
     * @param word to the candidate, who reads it on the platform
     */
    void moveTo(Stage next, @Nullable String word, Clock clock) {
        if (stage == Stage.WITHDRAWN) {
            throw ApplicationProblem.APPLICATION_WITHDRAWN.asException();
        }
        if (next == stage && word == null) {
            return;
        }
        step(next, word, clock);
        nextRevision();
        Notice notice = Notice.of(
                List.of(Notice.Recipient.account(account)),
                "APPLICATION_MOVED",
                new Notice.Text("Votre candidature a avancé", "Your application has moved on"),
                new Notice.Text("Ouvrez la page pour en savoir plus.", "Open the page to know more."),
                "/candidatures/" + id);
        announce(Notice.REQUESTED, notice.id(), notice, clock);
    }

    /** The candidate takes it back: all that is left is that there was one. */
    void withdraw(@Nullable String recruiter, Clock clock) {
        if (stage == Stage.WITHDRAWN) {
            return;
        }
        step(Stage.WITHDRAWN, null, clock);
        pair = null;
        name = null;
        message = null;
        cv = null;
        referral = null;
        history = new ArrayList<>(history.stream()
                .map(each -> new StageStep(each.at(), each.stage(), null))
                .toList());
        tellRecruiter(
                recruiter,
                "APPLICATION_WITHDRAWN",
                new Notice.Text("Une candidature a été retirée", "An application was withdrawn"),
                clock);
    }

    private void step(Stage next, @Nullable String word, Clock clock) {
        stage = next;
        movedAt = now(clock);
        if (history.size() >= MOST_STEPS) {
            history.removeFirst();
        }
        history.add(new StageStep(movedAt, next, word));
    }

    private void tellRecruiter(@Nullable String recruiter, String kind, Notice.Text title, Clock clock) {
        if (recruiter == null) {
            return;
        }
        nextRevision();
        Notice notice = Notice.of(
                List.of(Notice.Recipient.account(recruiter)),
                kind,
                title,
                new Notice.Text("Ouvrez la page de l’offre pour la lire.", "Open the page of the offer to read it."),
                "/recrutement/offres/" + offerId + "/candidatures");
        announce(Notice.REQUESTED, notice.id(), notice, clock);
    }

    boolean isOf(CurrentUser user) {
        return user.accountId().equals(account);
    }

    public String id() {
        return id;
    }

    public String offerId() {
        return offerId;
    }

    /** As it was when the candidate applied. */
    public String offerTitle() {
        return offerTitle;
    }

    /** As the candidate's account called them; absent once withdrawn. */
    public @Nullable String name() {
        return name;
    }

    public @Nullable String message() {
        return message;
    }

    /** Absent once withdrawn. */
    public @Nullable Cv cv() {
        return cv;
    }

    /** Code of the recommendation it came with. */
    public @Nullable String referral() {
        return referral;
    }

    /** Whether it came by a member's link. */
    public boolean isRelayed() {
        return relayed;
    }

    public Stage stage() {
        return stage;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** The first step first. */
    public List<StageStep> history() {
        return List.copyOf(history);
    }

    private static Instant now(Clock clock) {
        // the store keeps milliseconds
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
