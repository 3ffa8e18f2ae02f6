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
@CompoundIndex(name = "children", def = "{'parentIds': 1, 'sortName': 1, '_id': 1}")
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

    private List<String> parentIds = List.of();
    private List<OrganizationRef> parents = List.of();
    private List<Ministry> ministries = List.of();
    private List<String> territoryCodes = List.of();
    private List<Labelled> territories = List.of();
    private String sortName = "";

    @Indexed
    private List<String> words = List.of();

    private @Nullable ImportKey importKey;

    /** Set when what dependants say of this organisation is out of date; see OrganizationRipples. */
    @Indexed(sparse = true)
    private @Nullable Long ripple;

    Organization(String id) {
        this.id = id;
    }

    /** Takes over what an editor said; the place is computed from the parents. */
    void describe(OrganizationDraft draft, OrganizationPlace place, List<Labelled> around, Clock clock) {
        List<Object> before = described();
        name = draft.name().strip();
        acronym = draft.acronym();
        kind = draft.kind();
        summary = draft.summary();
        siret = draft.siret();
        parentIds = draft.parentIds();
        territoryCodes = draft.territories();
        territories = around;
        sortName = Words.fold(name);
        words = Words.of(name, acronym, id);
        stand(place);
        announceIfChanged(before, clock);
    }

    /** Takes over a new place in the tree, after a change above. */
    boolean move(OrganizationPlace place, Clock clock) {
        List<Object> before = described();
        stand(place);
        return announceIfChanged(before, clock);
    }

    private void stand(OrganizationPlace place) {
        parents = place.parents();
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
            announce(WITHDRAWN, id, new PublicOrganization.Gone(id), clock);
        }
    }

    private boolean announceIfChanged(List<Object> before, Clock clock) {
        if (before.equals(described())) {
            return false;
        }
        if (status == Status.PUBLISHED) {
            nextRevision();
            announce(PUBLISHED, id, PublicOrganization.of(this), clock);
            ripple = revision();
        }
        return true;
    }

    private List<Object> described() {
        return List.of(
                name,
                Objects.requireNonNullElse(acronym, ""),
                kind,
                Objects.requireNonNullElse(summary, ""),
                Objects.requireNonNullElse(siret, ""),
                parents,
                parentIds,
                ministries,
                territories);
    }

    /** What a replay tells; meaningless before the first publication. */
    OutboxEntry current(Clock clock) {
        return status == Status.PUBLISHED
                ? currentFact(PUBLISHED, id, PublicOrganization.of(this), clock)
                : currentFact(WITHDRAWN, id, new PublicOrganization.Gone(id), clock);
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

    public @Nullable String siret() {
        return siret;
    }

    public List<String> parentIds() {
        return parentIds;
    }

    public List<OrganizationRef> parents() {
        return parents;
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
