package fr.agora.directory.organization;

import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.directory.lifecycle.Status;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Words;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** An organisation of the State and its place in the tree. */
@Document("organizations")
@CompoundIndex(name = "list", def = "{'status': 1, 'sortName': 1, '_id': 1}")
@CompoundIndex(name = "list-of-kind", def = "{'status': 1, 'kind': 1, 'sortName': 1, '_id': 1}")
@CompoundIndex(name = "of-ministry", def = "{'ministries._id': 1, 'status': 1, 'sortName': 1, '_id': 1}")
@CompoundIndex(name = "below", def = "{'ancestorIds': 1, 'status': 1}")
@CompoundIndex(name = "children", def = "{'parentIds': 1, 'sortName': 1, '_id': 1}")
@CompoundIndex(name = "roots", def = "{'root': 1, 'status': 1, 'sortName': 1, '_id': 1}")
@CompoundIndex(name = "around", def = "{'territories.code': 1, 'status': 1}")
public class Organization extends OutboxDocument {

    static final FactType PUBLISHED = new FactType("agora.directory.organization-published.v1");
    static final FactType WITHDRAWN = new FactType("agora.directory.organization-withdrawn.v1");

    @Id
    private final String id;

    private Status status = Status.DRAFT;
    private String name = "";
    private @Nullable String acronym;
    private OrganizationKind kind = OrganizationKind.OTHER;
    private @Nullable String summary;

    @Indexed(unique = true, sparse = true)
    private @Nullable String siret;

    private @Nullable String siren;

    /** Numbers of what merged into another: they still lead there. */
    @Indexed(sparse = true)
    private @Nullable List<String> formerSirets;

    private List<String> parentIds = List.of();

    /** Stands at the top: no supervising body. */
    private boolean root = true;

    private List<OrganizationRef> parents = List.of();
    private List<Ministry> ministries = List.of();

    /** All that stands above, the nearest first: nobody walks the tree to answer. */
    private List<String> ancestorIds = List.of();

    private List<String> territoryCodes = List.of();
    private List<Labelled> territories = List.of();
    private String sortName = "";

    @Indexed
    private List<String> words = List.of();

    private @Nullable ImportKey importKey;

    /** Set when what dependants say of this organisation is out of date; see OrganizationRipples. */
    @Indexed(sparse = true)
    private @Nullable Long ripple;

    private @Nullable String mergedInto;

    /** Set until all that named this organisation names the one it merged into; see OrganizationMerging. */
    @Indexed(sparse = true)
    private @Nullable Boolean merging;

    Organization(String id) {
        this.id = id;
    }

    /** Takes over what an editor said; the place is computed from the parents. */
    void describe(OrganizationDraft draft, OrganizationPlace place, List<Labelled> around, Clock clock) {
        Described before = Described.of(this);
        name = draft.name().strip();
        acronym = draft.acronym();
        kind = draft.kind();
        summary = draft.summary();
        siren = draft.siren();
        siret = draft.siret();
        parentIds = draft.parentIds();
        root = parentIds.isEmpty();
        territoryCodes = draft.territories();
        territories = around;
        sortName = Words.fold(name);
        words = Words.of(name, acronym, id);
        stand(place);
        announceIfChanged(before, clock);
    }

    /** Takes over a new place in the tree, after a change above. */
    boolean move(OrganizationPlace place, Clock clock) {
        Described before = Described.of(this);
        stand(place);
        return announceIfChanged(before, clock);
    }

    private void stand(OrganizationPlace place) {
        parents = place.parents();
        ancestorIds = place.above();
        ministries = kind == OrganizationKind.MINISTRY ? List.of(new Ministry(id, name)) : place.ministries();
    }

    void publish(Clock clock) {
        if (status != Status.PUBLISHED) {
            status = Status.PUBLISHED;
            nextRevision();
            announce(PUBLISHED, id, PublicOrganization.of(this), clock);
            ripple = revision();
        }
    }

    void withdraw(Clock clock) {
        if (status == Status.PUBLISHED) {
            status = Status.WITHDRAWN;
            nextRevision();
            announce(WITHDRAWN, id, new PublicOrganization.Gone(id, mergedInto), clock);
        }
    }

    /** Leaves a tombstone that tells where to go on; the number becomes free, and an alias of the other. */
    void mergeInto(String other, Clock clock) {
        mergedInto = other;
        merging = true;
        if (siret != null) {
            formerSirets = List.of(siret);
            siret = null;
        }
        ripple = null;
        withdraw(clock);
        status = Status.WITHDRAWN;
    }

    /** Stands below other bodies than before. */
    boolean reparent(List<String> others, OrganizationPlace place, Clock clock) {
        Described before = Described.of(this);
        parentIds = List.copyOf(others);
        root = parentIds.isEmpty();
        stand(place);
        return announceIfChanged(before, clock);
    }

    /** All that named this one names the other. */
    void merged() {
        merging = null;
    }

    private boolean announceIfChanged(Described before, Clock clock) {
        Described now = Described.of(this);
        if (before.equals(now)) {
            return false;
        }
        if (status == Status.PUBLISHED) {
            nextRevision();
            announce(PUBLISHED, id, PublicOrganization.of(this), clock);
            if (!before.asOthersSayIt().equals(now.asOthersSayIt())) {
                ripple = revision();
            }
        }
        return true;
    }

    /** What readers see of an organisation, and in it what its dependants repeat. */
    private record Described(PublicOrganization shown, List<String> territoryCodes, List<String> ancestorIds) {

        static Described of(Organization organization) {
            return new Described(
                    PublicOrganization.of(organization), organization.territoryCodes, organization.ancestorIds);
        }

        List<Object> asOthersSayIt() {
            return List.of(
                    shown.name(),
                    Objects.requireNonNullElse(shown.acronym(), ""),
                    shown.kind(),
                    shown.ministries(),
                    territoryCodes,
                    // without it, a move between two directorates of a ministry would not reach what is below
                    ancestorIds);
        }
    }

    /** What a replay tells; meaningless before the first publication. */
    OutboxEntry current(Clock clock) {
        return status == Status.PUBLISHED
                ? currentFact(PUBLISHED, id, PublicOrganization.of(this), clock)
                : currentFact(WITHDRAWN, id, new PublicOrganization.Gone(id, mergedInto), clock);
    }

    void importedFrom(ImportKey key) {
        importKey = key;
    }

    @Nullable
    ImportKey importKey() {
        return importKey;
    }

    @Nullable
    Long ripple() {
        return ripple;
    }

    public String id() {
        return id;
    }

    public Status status() {
        return status;
    }

    public boolean isPublished() {
        return status == Status.PUBLISHED;
    }

    public String name() {
        return name;
    }

    public @Nullable String acronym() {
        return acronym;
    }

    public OrganizationKind kind() {
        return kind;
    }

    public @Nullable String summary() {
        return summary;
    }

    public @Nullable String siren() {
        return siren;
    }

    /** The organisation that took this one over. */
    public @Nullable String mergedInto() {
        return mergedInto;
    }

    public @Nullable String siret() {
        return siret;
    }

    public List<String> parentIds() {
        return parentIds;
    }

    public List<OrganizationRef> parents() {
        return parents;
    }

    public List<String> ancestorIds() {
        return ancestorIds;
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

    public OrganizationRef ref() {
        return new OrganizationRef(id, name, acronym);
    }

    String sortName() {
        return sortName;
    }
}
