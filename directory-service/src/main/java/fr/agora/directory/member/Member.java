package fr.agora.directory.member;

import fr.agora.directory.cohort.Alumni;
import fr.agora.directory.cohort.ConsentKind;
import fr.agora.directory.cohort.Consents;
import fr.agora.directory.lifecycle.DirectoryProblem;
import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.lifecycle.Status;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.moderation.Holds;
import fr.agora.platform.moderation.ItemDecision;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Words;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A person of the network, as they chose to show themselves. */
@Document("members")
@CompoundIndex(name = "list", def = "{'status': 1, 'visibility': 1, 'sortName': 1, '_id': 1}")
@CompoundIndex(name = "peers", def = "{'networks': 1, 'status': 1, 'visibility': 1, 'sortName': 1, '_id': 1}")
@CompoundIndex(
        name = "colleagues",
        def = "{'organizationId': 1, 'status': 1, 'visibility': 1, 'sortName': 1, '_id': 1}")
@CompoundIndex(name = "found", def = "{'marks': 1, 'status': 1, 'sortName': 1, '_id': 1}")
@CompoundIndex(name = "hidden", def = "{'hiddenFrom._id': 1, '_id': 1}")
@CompoundIndex(name = "unconfirmed", def = "{'status': 1, 'confirmedAt': 1, '_id': 1}")
public class Member extends OutboxDocument {

    static final FactType PUBLISHED = new FactType("agora.directory.member-published.v1");
    static final FactType WITHDRAWN = new FactType("agora.directory.member-withdrawn.v1");
    static final FactType ERASED = new FactType("agora.directory.member-erased.v1");
    static final FactType TALENT_PUBLISHED = new FactType("agora.directory.talent-published.v1");
    static final FactType TALENT_WITHDRAWN = new FactType("agora.directory.talent-withdrawn.v1");
    private static final int MOST_CREDITS = 200;

    @Id
    private final String id;

    /** Absent while nobody has claimed an imported profile. */
    @Indexed(unique = true, sparse = true)
    private @Nullable String accountId;

    private Status status = Status.DRAFT;
    private Visibility visibility = Visibility.AGENTS;
    private String displayName = "";
    private @Nullable String headline;
    private @Nullable String bio;
    private @Nullable String organizationId;
    private @Nullable OrganizationRef organization;
    private List<Ministry> ministries = List.of();
    private List<String> territoryCodes = List.of();
    private List<Labelled> territories = List.of();
    private List<Skill> skills = List.of();
    private List<String> offers = List.of();
    private List<String> asks = List.of();
    private List<Labelled> communities = List.of();

    /** By appointment or admission, never by the profile's form. */
    private List<String> networks = List.of();

    /** Null on profiles older than the choice: they show all they have to their readers. */
    private @Nullable Map<ProfileField, Visibility> audiences;

    private @Nullable Alumni alumni;
    private List<Credit> credits = List.of();
    private @Nullable String photoId;
    private Consents consents = Consents.none();
    private Holds holds = Holds.none();
    private boolean hiddenFromOwn = true;
    private List<OrganizationRef> hiddenFrom = List.of();

    /** What recruiters were told last: true that there is a talent, false that there is none any more, null nothing. */
    private @Nullable Boolean toldAsTalent;

    private @Nullable Instant confirmedAt;

    /** The newest of the two reminders already sent since the last confirmation. */
    private @Nullable Freshness remindedOf;

    private @Nullable Instant erasedAt;

    /** Set while the rest of the directory has yet to forget the person. */
    @Indexed(sparse = true)
    private @Nullable String erasing;

    private String sortName = "";

    /** Null until computed; see {@link Findability}. */
    private @Nullable List<String> marks;

    private List<Findability.Rank> ranks = List.of();

    private @Nullable ImportKey importKey;

    Member(String id) {
        this.id = id;
    }

    void belongTo(@Nullable String account, Clock clock) {
        List<Optional<Object>> before = described();
        accountId = account;
        announceIfChanged(before, clock);
    }

    void describe(MemberProfile profile, Clock clock) {
        List<Optional<Object>> before = described();
        MemberDraft draft = profile.draft();
        displayName = draft.displayName().strip();
        headline = draft.headline();
        bio = draft.bio();
        organizationId = draft.organizationId();
        organization = profile.organization();
        ministries = profile.ministries();
        territoryCodes = draft.territories();
        territories = profile.territories();
        skills = profile.skills();
        offers = draft.offers();
        asks = draft.asks();
        communities = profile.communities();
        alumni = profile.alumni();
        visibility = draft.visibility() == null ? Visibility.AGENTS : draft.visibility();
        audiences = draft.visibilities();
        sortName = Words.fold(displayName);
        announceIfChanged(before, clock);
    }

    /** The organisation has a new name or another place in the tree, or another one took it over. */
    boolean organizationRenamed(OrganizationRef renamed, List<Ministry> above, Clock clock) {
        List<Optional<Object>> before = described();
        organizationId = renamed.id();
        organization = renamed;
        ministries = above;
        hiddenFrom = hiddenFrom.stream()
                .map(hidden -> hidden.id().equals(renamed.id()) ? renamed : hidden)
                .toList();
        return announceIfChanged(before, clock);
    }

    /** Hidden from one organisation, hidden from the one that took it over. */
    boolean hiddenFromMerged(String from, OrganizationRef into, Clock clock) {
        List<Optional<Object>> before = described();
        hiddenFrom = hiddenFrom.stream()
                .map(hidden -> hidden.id().equals(from) ? into : hidden)
                .distinct()
                .toList();
        return announceIfChanged(before, clock);
    }

    void show(@Nullable String photo, Clock clock) {
        List<Optional<Object>> before = described();
        photoId = photo;
        announceIfChanged(before, clock);
    }

    /** An accepted credit; the same again changes nothing. */
    boolean credited(Credit credit, Clock clock) {
        List<Optional<Object>> before = described();
        credits = Stream.concat(
                        credits.stream().filter(known -> !known.useCaseId().equals(credit.useCaseId())),
                        Stream.of(credit))
                .limit(MOST_CREDITS)
                .toList();
        return announceIfChanged(before, clock);
    }

    boolean discredited(String useCaseId, Clock clock) {
        List<Optional<Object>> before = described();
        credits = credits.stream()
                .filter(known -> !known.useCaseId().equals(useCaseId))
                .toList();
        return announceIfChanged(before, clock);
    }

    void answer(ConsentKind kind, boolean yes, Clock clock) {
        answer(kind, yes, clock.instant(), clock);
    }

    void answer(ConsentKind kind, boolean yes, Instant at, Clock clock) {
        List<Optional<Object>> before = described();
        consents = consents.answered(kind, yes, at);
        announceIfChanged(before, clock);
    }

    void hideFrom(boolean own, List<OrganizationRef> others, Clock clock) {
        List<Optional<Object>> before = described();
        hiddenFromOwn = own;
        hiddenFrom = List.copyOf(others);
        announceIfChanged(before, clock);
    }

    /** @return whether the profile had been left so long that its mandates rested */
    boolean confirm(Clock clock) {
        List<Optional<Object>> before = described();
        boolean rested = remindedOf == Freshness.ABANDONED;
        confirmedAt = clock.instant();
        remindedOf = null;
        announceIfChanged(before, clock);
        refreshFindability();
        return rested;
    }

    void confirmedOn(Instant at) {
        confirmedAt = at;
        refreshFindability();
    }

    void remindedOf(Freshness reminder) {
        remindedOf = reminder;
    }

    @Nullable
    Freshness remindedOf() {
        return remindedOf;
    }

    /** By appointment or admission; entering twice changes nothing. */
    public boolean join(String network, Clock clock) {
        List<Optional<Object>> before = described();
        networks = Stream.concat(networks.stream(), Stream.of(network))
                .distinct()
                .sorted()
                .toList();
        return announceIfChanged(before, clock);
    }

    public boolean leave(String network, Clock clock) {
        List<Optional<Object>> before = described();
        networks = networks.stream().filter(each -> !each.equals(network)).toList();
        return announceIfChanged(before, clock);
    }

    void publish(Clock clock) {
        if (holds.holdBack()) {
            throw new ProblemException(DirectoryProblem.HELD_BACK);
        }
        if (status != Status.PUBLISHED) {
            status = Status.PUBLISHED;
            nextRevision();
            announce(PUBLISHED, id, PublicMember.of(this), clock);
            announceTalent(clock);
        }
    }

    void withdraw(Clock clock) {
        if (status == Status.PUBLISHED) {
            status = Status.WITHDRAWN;
            nextRevision();
            announce(WITHDRAWN, id, new PublicMember.Gone(id), clock);
            announceTalent(clock);
        }
    }

    /** @return whether the decision is news: hidden by it, or shown again where it had hidden it */
    boolean decided(ItemDecision decision, Clock clock) {
        if (!holds.isNews(decision)) {
            return false;
        }
        boolean comesBack = holds.wasVisibleBefore(decision);
        holds = holds.with(decision, isPublished());
        if (decision.hidden()) {
            withdraw(clock);
        } else if (comesBack && !holds.holdBack()) {
            publish(clock);
        }
        return true;
    }

    /** Whether moderators took it down: its owner cannot publish it. */
    public boolean isHeldBack() {
        return holds.holdBack();
    }

    /**
     * Leaves a tombstone: nothing of the person, not even in facts that wait to leave, and the facts that tell everybody
     * to forget them.
     */
    void erase(Clock clock) {
        if (erasedAt != null) {
            return;
        }
        @Nullable String account = accountId;
        describe(MemberProfile.blank(), clock);
        accountId = null;
        photoId = null;
        credits = List.of();
        networks = List.of();
        consents = Consents.none();
        hiddenFrom = List.of();
        confirmedAt = null;
        remindedOf = null;
        visibility = Visibility.ME;
        importKey = importKey == null ? null : importKey.withoutContent();
        marks = List.of();
        ranks = List.of();
        erasedAt = clock.instant();
        erasing = account == null ? "" : account;
        dropWaitingFacts();
        boolean published = revision() > 0;
        status = Status.WITHDRAWN;
        nextRevision();
        if (published) {
            announce(WITHDRAWN, id, new PublicMember.Gone(id), clock);
        }
        if (toldAsTalent != null) {
            toldAsTalent = false;
            announce(TALENT_WITHDRAWN, id, new PublicMember.Gone(id), clock);
        }
        announce(ERASED, id, new PublicMember.Erased(id, account), clock);
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    /** The account whose traces elsewhere in the directory have yet to go, empty where there was none; null when done. */
    @Nullable
    String erasing() {
        return erasing;
    }

    void erasureSettled() {
        erasing = null;
    }

    private boolean announceIfChanged(List<Optional<Object>> before, Clock clock) {
        if (before.equals(described())) {
            return false;
        }
        refreshFindability();
        if (status == Status.PUBLISHED) {
            nextRevision();
            announce(PUBLISHED, id, PublicMember.of(this), clock);
            announceTalent(clock);
        }
        return true;
    }

    private void announceTalent(Clock clock) {
        if (isTalent()) {
            toldAsTalent = true;
            announce(TALENT_PUBLISHED, id, PublicTalent.of(this), clock);
        } else if (Boolean.TRUE.equals(toldAsTalent)) {
            toldAsTalent = false;
            announce(TALENT_WITHDRAWN, id, new PublicMember.Gone(id), clock);
        }
    }

    /** Recruiters are agents: who hides their profile from agents is not shown to recruiters either. */
    public boolean isTalent() {
        return status == Status.PUBLISHED
                && accountId != null
                && consents.anyStands()
                && Audience.AGENTS.sees(visibility);
    }

    void refreshFindability() {
        Findability found = erasedAt == null ? Findability.of(this) : new Findability(List.of(), List.of());
        marks = found.marks();
        ranks = found.ranks();
    }

    private List<Optional<Object>> described() {
        return Arrays.stream(new @Nullable Object[] {
                    accountId,
                    displayName,
                    headline,
                    bio,
                    organizationId,
                    organization,
                    ministries,
                    territories,
                    skills,
                    offers,
                    asks,
                    communities,
                    networks,
                    alumni,
                    credits,
                    photoId,
                    consents,
                    hiddenFromOwn,
                    hiddenFrom,
                    audiences,
                    visibility
                })
                .<Optional<Object>>map(Optional::ofNullable)
                .toList();
    }

    List<OutboxEntry> current(Clock clock) {
        OutboxEntry profile = status == Status.PUBLISHED
                ? currentFact(PUBLISHED, id, PublicMember.of(this), clock)
                : currentFact(WITHDRAWN, id, new PublicMember.Gone(id), clock);
        return isErased()
                ? List.of(profile, currentFact(ERASED, id, new PublicMember.Erased(id, null), clock))
                : List.of(profile);
    }

    OutboxEntry currentTalent(Clock clock) {
        return isTalent()
                ? currentFact(TALENT_PUBLISHED, id, PublicTalent.of(this), clock)
                : currentFact(TALENT_WITHDRAWN, id, new PublicMember.Gone(id), clock);
    }

    /** Never wider than the profile. */
    Visibility visibilityOf(ProfileField field) {
        Visibility chosen = audiences == null ? null : audiences.get(field);
        return chosen == null || chosen.compareTo(visibility) > 0 ? visibility : chosen;
    }

    boolean shows(ProfileField field, Audience audience) {
        return audience.sees(visibilityOf(field));
    }

    /** What was chosen field by field, for the person's own form. */
    public Map<ProfileField, Visibility> audiences() {
        Map<ProfileField, Visibility> all = new EnumMap<>(ProfileField.class);
        for (ProfileField field : ProfileField.values()) {
            all.put(field, audiences == null ? visibility : audiences.getOrDefault(field, visibility));
        }
        return all;
    }

    boolean isOf(CurrentUser user) {
        return user.accountId().equals(accountId);
    }

    public boolean mayBeEditedBy(CurrentUser user) {
        return isOf(user) || user.isAdmin();
    }

    public boolean mayBeWithdrawnBy(CurrentUser user) {
        return mayBeEditedBy(user) || user.has(Role.MODERATOR);
    }

    public boolean isVisibleTo(Reader reader) {
        if (isErased()) {
            return false;
        }
        if (reader.user().filter(this::mayBeWithdrawnBy).isPresent()) {
            return true;
        }
        return status == Status.PUBLISHED && reader.mayRead(visibility, networks);
    }

    void importedFrom(ImportKey key) {
        importKey = key;
    }

    @Nullable
    ImportKey importKey() {
        return importKey;
    }

    public String id() {
        return id;
    }

    /** Whether somebody is behind the profile, so that a message arrives. */
    public boolean isReachable() {
        return accountId != null;
    }

    /** Opaque, the {@code sub} of the owner's tokens; null while nobody has claimed an imported profile. */
    public @Nullable String accountId() {
        return accountId;
    }

    public Status status() {
        return status;
    }

    public boolean isPublished() {
        return status == Status.PUBLISHED;
    }

    public Visibility visibility() {
        return visibility;
    }

    public String displayName() {
        return displayName;
    }

    @Nullable
    String headline() {
        return headline;
    }

    @Nullable
    String bio() {
        return bio;
    }

    @Nullable
    String organizationId() {
        return organizationId;
    }

    @Nullable
    OrganizationRef organization() {
        return organization;
    }

    List<Ministry> ministries() {
        return ministries;
    }

    List<String> territoryCodes() {
        return territoryCodes;
    }

    List<Labelled> territories() {
        return territories;
    }

    List<Skill> skills() {
        return skills;
    }

    List<String> offers() {
        return offers;
    }

    List<String> asks() {
        return asks;
    }

    List<Labelled> communities() {
        return communities;
    }

    public List<String> networks() {
        return networks;
    }

    @Nullable
    Alumni alumni() {
        return alumni;
    }

    List<Credit> credits() {
        return credits;
    }

    @Nullable
    String photoId() {
        return photoId;
    }

    /** Changes with the picture, so that it may be kept for ever. */
    @Nullable
    String photoUrl() {
        return photoId == null ? null : url() + "/photo/" + photoId;
    }

    public String url() {
        return "/annuaire/membres/" + id;
    }

    public Consents consents() {
        return consents;
    }

    public boolean isHiddenFromOwn() {
        return hiddenFromOwn;
    }

    /** Organisations besides the member's own whose recruiters never see them. */
    public List<OrganizationRef> hiddenFrom() {
        return hiddenFrom;
    }

    public Instant confirmedAt() {
        return Objects.requireNonNullElse(confirmedAt, Instant.EPOCH);
    }

    public Freshness freshness(LocalDate today) {
        return Freshness.of(confirmedAt(), today);
    }

    String sortName() {
        return sortName;
    }
}
