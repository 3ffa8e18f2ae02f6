package fr.agora.jobs.offer;

import fr.agora.jobs.offer.OfferStep.By;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.moderation.Holds;
import fr.agora.platform.moderation.ItemDecision;
import fr.agora.platform.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A job offer, from draft to withdrawal; while published, every change of what others see is told. */
@Document("offers")
@CompoundIndex(name = "listed", def = "{'status': 1, 'publishedAt': -1, '_id': -1}")
@CompoundIndex(name = "by_family", def = "{'content.jobFamily.code': 1, 'publishedAt': -1, '_id': -1}")
@CompoundIndex(name = "by_territory", def = "{'content.territories.code': 1, 'publishedAt': -1, '_id': -1}")
@CompoundIndex(name = "by_skill", def = "{'content.skills.code': 1, 'publishedAt': -1, '_id': -1}")
@CompoundIndex(name = "by_word", def = "{'words': 1}")
@CompoundIndex(name = "expiring", def = "{'status': 1, 'content.validThrough': 1}")
@CompoundIndex(name = "closed", def = "{'status': 1, 'closedAt': 1}")
@CompoundIndex(name = "waiting", def = "{'status': 1, 'updatedAt': 1, '_id': 1}")
@CompoundIndex(name = "desk", def = "{'ownerAccount': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "of_organization", def = "{'content.organizationId': 1, '_id': 1}")
@CompoundIndex(name = "of_lab", def = "{'content.circumstances.labId': 1, '_id': 1}")
@CompoundIndex(name = "of_use_case", def = "{'content.useCaseIds': 1, '_id': 1}")
public class Offer extends OutboxDocument {

    private static final FactType TOLD_PUBLISHED = new FactType("agora.jobs.offer-published.v1");
    private static final FactType TOLD_WITHDRAWN = new FactType("agora.jobs.offer-withdrawn.v1");
    private static final int MOST_WORDS = 200;
    private static final int MOST_STEPS = 100;

    @Id
    private final String id;

    private final @Nullable String ownerAccount;

    @Indexed(unique = true, sparse = true)
    private final @Nullable String sourceKey;

    private @Nullable String sourceDigest;
    private OfferStatus status = OfferStatus.DRAFT;
    private OfferContent content;
    private Surroundings surroundings;
    private List<String> words;
    private Instant updatedAt;
    private @Nullable Instant publishedAt;
    private @Nullable Instant closedAt;
    private List<OfferStep> history = new ArrayList<>();
    private Holds holds = Holds.none();

    @PersistenceCreator
    Offer(
            String id,
            @Nullable String ownerAccount,
            @Nullable String sourceKey,
            OfferContent content,
            Surroundings surroundings,
            Instant updatedAt) {
        this.id = id;
        this.ownerAccount = ownerAccount;
        this.sourceKey = sourceKey;
        this.content = content;
        this.surroundings = surroundings;
        this.words = words(content, surroundings);
        this.updatedAt = updatedAt;
    }

    static Offer draft(String id, String ownerAccount, OfferContent content, Surroundings surroundings, Clock clock) {
        return new Offer(id, ownerAccount, null, content, surroundings, now(clock));
    }

    /** An offer that comes from a file belongs to nobody's account: administrators look after it. */
    static Offer imported(String id, String sourceKey, OfferContent content, Surroundings surroundings, Clock clock) {
        return new Offer(id, null, sourceKey, content, surroundings, now(clock));
    }

    /** Nothing happens when nothing changes. */
    void edit(OfferContent newContent, Surroundings newSurroundings, Clock clock) {
        if (content.equals(newContent) && surroundings.equals(newSurroundings)) {
            return;
        }
        content = newContent;
        updatedAt = now(clock);
        adopt(newSurroundings, clock);
    }

    /**
     * Takes over what the neighbours now say.
     *
     * @return whether something changed
     */
    boolean refresh(Surroundings newSurroundings, Clock clock) {
        if (surroundings.equals(newSurroundings)) {
            return false;
        }
        adopt(newSurroundings, clock);
        return true;
    }

    private void adopt(Surroundings newSurroundings, Clock clock) {
        surroundings = newSurroundings;
        words = words(content, newSurroundings);
        if (isPublished()) {
            tell(clock);
        }
    }

    void publish(By by, boolean reviewRequired, Clock clock) {
        publish(by, reviewRequired, now(clock), clock);
    }

    /**
     * Makes it visible, or has it reviewed first.
     *
     * @param since when readers should believe it appeared: an imported offer is older than its import
     */
    void publish(By by, boolean reviewRequired, Instant since, Clock clock) {
        if (isPublished()) {
            return;
        }
        if (by == By.IMPORT && status == OfferStatus.WITHDRAWN) {
            // somebody took it off here, and the file knows nothing of it
            return;
        }
        if (holds.holdBack()) {
            if (by == By.IMPORT) {
                return;
            }
            // put back where it was decided, not here: its author would be told nothing
            throw OfferProblem.OFFER_SUSPENDED.asException();
        }
        if (isOver(clock)) {
            throw OfferProblem.OFFER_OVER.asException();
        }
        if (status == OfferStatus.SUSPENDED) {
            if (by == By.AUTHOR) {
                throw OfferProblem.OFFER_SUSPENDED.asException();
            }
            if (by == By.IMPORT) {
                // a file knows nothing of a moderator's decision
                return;
            }
        }
        if (reviewRequired && by == By.AUTHOR) {
            if (status != OfferStatus.IN_REVIEW) {
                moveTo(OfferStatus.IN_REVIEW, by, null, clock);
            }
            return;
        }
        if (status != OfferStatus.SUSPENDED || publishedAt == null) {
            publishedAt = since.truncatedTo(ChronoUnit.MILLIS);
        }
        moveTo(OfferStatus.PUBLISHED, by, null, clock);
    }

    /** What a published offer says has changed where everything is read first. */
    void submitAgain(Clock clock) {
        if (isPublished()) {
            moveTo(OfferStatus.IN_REVIEW, By.AUTHOR, null, clock);
        }
    }

    void withdraw(By by, Clock clock) {
        switch (status) {
            case DRAFT -> throw OfferProblem.NEVER_PUBLISHED.asException();
            case SUSPENDED -> throw OfferProblem.OFFER_SUSPENDED.asException();
            case IN_REVIEW -> moveTo(OfferStatus.DRAFT, by, null, clock);
            case PUBLISHED -> moveTo(OfferStatus.WITHDRAWN, by, null, clock);
            // nothing to take off any more
            case WITHDRAWN, FILLED, EXPIRED, ARCHIVED -> {}
        }
    }

    void suspend(String reason, Clock clock) {
        switch (status) {
            case PUBLISHED -> moveTo(OfferStatus.SUSPENDED, By.MODERATOR, reason, clock);
            case SUSPENDED -> {}
            case DRAFT, IN_REVIEW, WITHDRAWN, FILLED, EXPIRED, ARCHIVED ->
                throw OfferProblem.OFFER_NOT_PUBLISHED.asException();
        }
    }

    /** @return whether the decision is news: suspended by it, or put back where it had suspended it */
    boolean decided(ItemDecision decision, Clock clock) {
        if (!holds.isNews(decision)) {
            return false;
        }
        boolean comesBack = holds.wasVisibleBefore(decision) && status == OfferStatus.SUSPENDED;
        holds = holds.with(decision, isPublished());
        if (decision.hidden() && isPublished()) {
            moveTo(OfferStatus.SUSPENDED, By.MODERATOR, decision.motive(), clock);
        } else if (comesBack && !holds.holdBack()) {
            moveTo(isOver(clock) ? OfferStatus.EXPIRED : OfferStatus.PUBLISHED, By.MODERATOR, decision.motive(), clock);
        }
        return true;
    }

    /** Whether the moderation queue took it off: it is put back there. */
    public boolean isHeldBack() {
        return holds.holdBack();
    }

    void refuse(String reason, Clock clock) {
        if (status != OfferStatus.IN_REVIEW) {
            throw OfferProblem.OFFER_NOT_IN_REVIEW.asException();
        }
        moveTo(OfferStatus.DRAFT, By.MODERATOR, reason, clock);
    }

    void fill(By by, Clock clock) {
        switch (status) {
            case PUBLISHED, EXPIRED -> moveTo(OfferStatus.FILLED, by, null, clock);
            case FILLED -> {}
            case SUSPENDED -> throw OfferProblem.OFFER_SUSPENDED.asException();
            case DRAFT, IN_REVIEW, WITHDRAWN, ARCHIVED -> throw OfferProblem.OFFER_NOT_PUBLISHED.asException();
        }
    }

    void archive(By by, Clock clock) {
        switch (status) {
            case FILLED, EXPIRED, WITHDRAWN -> moveTo(OfferStatus.ARCHIVED, by, null, clock);
            case ARCHIVED -> {}
            case DRAFT, IN_REVIEW, PUBLISHED, SUSPENDED -> throw OfferProblem.OFFER_STILL_OPEN.asException();
        }
    }

    /** Its last day is past, and nobody had to do anything. */
    void expire(Clock clock) {
        moveTo(OfferStatus.EXPIRED, By.CALENDAR, null, clock);
    }

    /** What a file says of it, without a word to neighbours who have never heard of it. */
    void follow(OfferStatus said, @Nullable String reason, Clock clock) {
        if (status != said && status != OfferStatus.ARCHIVED) {
            moveTo(said, By.IMPORT, reason, clock);
        }
    }

    private void moveTo(OfferStatus next, By by, @Nullable String reason, Clock clock) {
        boolean wasPublished = isPublished();
        status = next;
        updatedAt = now(clock);
        closedAt = next.isClosed() ? (closedAt == null ? updatedAt : closedAt) : null;
        if (history.size() >= MOST_STEPS) {
            history.removeFirst();
        }
        history.add(new OfferStep(updatedAt, next, by, reason));
        if (isPublished()) {
            tell(clock);
        } else if (wasPublished) {
            nextRevision();
            announce(TOLD_WITHDRAWN, id, new Withdrawn(id), clock);
        }
    }

    private void tell(Clock clock) {
        nextRevision();
        announce(TOLD_PUBLISHED, id, PublicOffer.of(this), clock);
    }

    /** What a replay tells of it; empty while others have never heard of it. */
    Optional<OutboxEntry> current(Clock clock) {
        if (revision() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                isPublished()
                        ? currentFact(TOLD_PUBLISHED, id, PublicOffer.of(this), clock)
                        : currentFact(TOLD_WITHDRAWN, id, new Withdrawn(id), clock));
    }

    /** Its last day is past. */
    public boolean isOver(Clock clock) {
        return content.validThrough().isBefore(LocalDate.now(clock));
    }

    public boolean isPublished() {
        return status == OfferStatus.PUBLISHED;
    }

    /** Its author and administrators. */
    public boolean mayBeEditedBy(CurrentUser user) {
        return user.isAdmin() || user.accountId().equals(ownerAccount);
    }

    /** Whoever recruits by it, to be told of what comes in; absent for imported offers and after an erasure. */
    public @Nullable String ownerAccount() {
        return ownerAccount;
    }

    /** Whether that person recruits by it: what candidates send is theirs to read, not an administrator's. */
    public boolean isRecruitedBy(CurrentUser user) {
        return user.accountId().equals(ownerAccount);
    }

    /** Moderators too. */
    public boolean mayBeWithdrawnBy(CurrentUser user) {
        return mayBeEditedBy(user) || user.isModerator();
    }

    /** Its author; a moderator where a moderator's word is needed. */
    public boolean mayBePublishedBy(CurrentUser user) {
        return mayBeEditedBy(user) || (user.isModerator() && awaitsModerator());
    }

    public boolean awaitsModerator() {
        return status == OfferStatus.IN_REVIEW || status == OfferStatus.SUSPENDED;
    }

    /** In which quality that person acts: who moderates does so on their own offers too. */
    static By quality(CurrentUser user) {
        return user.isModerator() ? By.MODERATOR : By.AUTHOR;
    }

    /** What there is to see of an offer. */
    public enum Sight {
        OPEN,
        /** It was there, and is over. */
        GONE,
        HIDDEN
    }

    public Sight sightOf(Optional<CurrentUser> reader, Clock clock) {
        if (reader.filter(this::mayBeEditedBy).isPresent()
                || (awaitsModerator() && reader.filter(CurrentUser::isModerator).isPresent())) {
            return Sight.OPEN;
        }
        boolean mayRead = switch (content.visibility()) {
            case PUBLIC -> true;
            case AGENTS -> reader.isPresent();
            case NETWORK, ME -> false;
        };
        if (!mayRead || publishedAt == null) {
            return Sight.HIDDEN;
        }
        // over from midnight on, whenever the sweep comes by
        if (isPublished()) {
            return isOver(clock) ? Sight.GONE : Sight.OPEN;
        }
        return status.isClosed() ? Sight.GONE : Sight.HIDDEN;
    }

    boolean cameFrom(String key) {
        return key.equals(sourceKey);
    }

    boolean saysTheSameAs(String digest) {
        return digest.equals(sourceDigest);
    }

    void remember(String digest) {
        sourceDigest = digest;
    }

    public String id() {
        return id;
    }

    public OfferStatus status() {
        return status;
    }

    public OfferContent content() {
        return content;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /** Absent until it is published. */
    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** What became of it, the first step first. */
    public List<OfferStep> history() {
        return List.copyOf(history);
    }

    public String url() {
        return "/offres/" + id;
    }

    private static Instant now(Clock clock) {
        // the store keeps milliseconds
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<String> words(OfferContent content, Surroundings surroundings) {
        List<@Nullable String> texts = new ArrayList<>(
                List.of(content.title(), content.summary(), content.jobFamily().label()));
        surroundings.organizations().forEach(each -> {
            texts.add(each.name());
            texts.add(each.acronym());
        });
        texts.add(content.circumstances().employerLabel());
        content.skills().forEach(skill -> texts.add(skill.label()));
        return InclusiveWords.of(texts.toArray(String[]::new)).stream()
                .limit(MOST_WORDS)
                .toList();
    }

    private record Withdrawn(String id) {}
}
