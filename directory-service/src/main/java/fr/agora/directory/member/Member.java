package fr.agora.directory.member;

import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.lifecycle.Status;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Words;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
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
public class Member extends OutboxDocument {

    static final FactType PUBLISHED = new FactType("agora.directory.member-published.v1");
    static final FactType WITHDRAWN = new FactType("agora.directory.member-withdrawn.v1");

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

    private String sortName = "";

    @Indexed
    private List<String> words = List.of();

    private @Nullable ImportKey importKey;

    Member(String id) {
        this.id = id;
    }

    void belongTo(@Nullable String account) {
        accountId = account;
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
        visibility = draft.visibility() == null ? Visibility.AGENTS : draft.visibility();
        sortName = Words.fold(displayName);
        words = Words.of(displayName, headline, organization == null ? null : organization.shortName());
        announceIfChanged(before, clock);
    }

    /** The organisation has a new name or another place in the tree, or another one took it over. */
    boolean organizationRenamed(OrganizationRef renamed, List<Ministry> above, Clock clock) {
        List<Optional<Object>> before = described();
        organizationId = renamed.id();
        organization = renamed;
        ministries = above;
        words = Words.of(displayName, headline, renamed.shortName());
        return announceIfChanged(before, clock);
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
        if (status != Status.PUBLISHED) {
            status = Status.PUBLISHED;
            nextRevision();
            announce(PUBLISHED, id, PublicMember.of(this), clock);
        }
    }

    void withdraw(Clock clock) {
        if (status == Status.PUBLISHED) {
            status = Status.WITHDRAWN;
            nextRevision();
            announce(WITHDRAWN, id, new PublicMember.Gone(id), clock);
        }
    }

    private boolean announceIfChanged(List<Optional<Object>> before, Clock clock) {
        if (before.equals(described())) {
            return false;
        }
        if (status == Status.PUBLISHED) {
            nextRevision();
            announce(PUBLISHED, id, PublicMember.of(this), clock);
        }
        return true;
    }

    private List<Optional<Object>> described() {
        return Arrays.stream(new @Nullable Object[] {
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
                    visibility
                })
                .<Optional<Object>>map(Optional::ofNullable)
                .toList();
    }

    OutboxEntry current(Clock clock) {
        return status == Status.PUBLISHED
                ? currentFact(PUBLISHED, id, PublicMember.of(this), clock)
                : currentFact(WITHDRAWN, id, new PublicMember.Gone(id), clock);
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

    @Nullable
    String accountId() {
        return accountId;
    }

    /** Whether somebody is behind the profile, so that a message arrives. */
    public boolean isReachable() {
        return accountId != null;
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

    public @Nullable String headline() {
        return headline;
    }

    public @Nullable String bio() {
        return bio;
    }

    public @Nullable String organizationId() {
        return organizationId;
    }

    public @Nullable OrganizationRef organization() {
        return organization;
    }

    public List<Ministry> ministries() {
        return ministries;
    }

    public List<String> territoryCodes() {
        return territoryCodes;
    }

    public List<Labelled> territories() {
        return territories;
    }

    public List<Skill> skills() {
        return skills;
    }

    public List<String> offers() {
        return offers;
    }

    public List<String> asks() {
        return asks;
    }

    public List<Labelled> communities() {
        return communities;
    }

    public List<String> networks() {
        return networks;
    }

    String sortName() {
        return sortName;
    }
}
