package fr.agora.projects.mandates;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Revisions;
import fr.agora.platform.security.CurrentUser;
import fr.agora.projects.copies.DirectoryNews;
import fr.agora.projects.copies.Ministry;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The copy of the directory's mandates, and what follows from them today. */
@Component
public final class Mandates implements DirectoryNews {

    private static final FactType PUBLISHED = new FactType("agora.directory.mandate-published.v1");
    private static final FactType WITHDRAWN = new FactType("agora.directory.mandate-withdrawn.v1");
    private static final String COLLECTION = "mandates_copy";
    /** Nobody holds more; one message reaches no more. */
    private static final int MOST = 50;

    private final MongoTemplate store;
    private final Revisions revisions;
    private final Organizations organizations;
    private final Clock clock;

    Mandates(MongoTemplate store, Revisions revisions, Organizations organizations, Clock clock) {
        this.store = store;
        this.revisions = revisions;
        this.organizations = organizations;
        this.clock = clock;
        store.getCollection(COLLECTION).createIndex(Indexes.ascending("account"));
        store.getCollection(COLLECTION).createIndex(Indexes.ascending("organizations"));
        store.getCollection(COLLECTION).createIndex(Indexes.ascending("ministries"));
    }

    @Override
    public void heard(Fact fact) {
        if (fact.is(PUBLISHED)) {
            MandateTold told = fact.as(MandateTold.class);
            Document state = new Document("role", told.role())
                    .append("organizations", List.copyOf(told.organizationIds()))
                    .append("ministries", List.copyOf(told.ministryIds()))
                    .append("state", told.state())
                    .append("startsOn", told.startsOn().toString())
                    .append(
                            "endsOn",
                            told.endsOn() == null ? null : told.endsOn().toString());
            if (told.holder() != null && told.holder().accountId() != null) {
                state.append("account", told.holder().accountId());
            }
            revisions.keepHighest(COLLECTION, told.id(), fact.revision(), state);
        } else if (fact.is(WITHDRAWN)) {
            revisions.keepHighest(COLLECTION, fact.subject(), fact.revision(), new Document("withdrawn", true));
        }
    }

    /** Whether somebody is, or stands in for, the data officer of some ministry. */
    public boolean isAmdac(CurrentUser user) {
        return !perimeter(user, MandateRole::isMinisterial).isEmpty();
    }

    /** Whether somebody is, or stands in for, the data officer of that ministry. */
    public boolean isAmdacOf(CurrentUser user, String ministry) {
        Perimeter held = perimeter(user, MandateRole::isMinisterial);
        return held.ministries().contains(ministry) || held.organizations().contains(ministry);
    }

    /** Whether a ministry of that organisation, or one above it, has this person as data officer or delegate. */
    public boolean isAmdacOver(CurrentUser user, String organization) {
        return covers(perimeter(user, MandateRole::isMinisterial), organization);
    }

    /** Whether somebody is relay for that organisation or one above it, or data officer of its ministry. */
    public boolean isRelayOf(CurrentUser user, String organization) {
        return covers(perimeter(user), organization);
    }

    /** All that a relay, a data officer or a delegate vouches for today; empty for anybody else. */
    public Perimeter perimeter(CurrentUser user) {
        return perimeter(user, MandateRole::vouches);
    }

    /** What somebody answers for as data officer or delegate; empty for anybody else. */
    public Perimeter ministerialPerimeter(CurrentUser user) {
        return perimeter(user, MandateRole::isMinisterial);
    }

    private Perimeter perimeter(CurrentUser user, Predicate<MandateRole> wanted) {
        Set<String> below = new TreeSet<>();
        Set<String> ministries = new TreeSet<>();
        for (Document held : inForce(Filters.eq("account", user.accountId()))) {
            role(held).filter(wanted).ifPresent(role -> {
                below.addAll(held.getList("organizations", String.class, List.of()));
                if (role.isMinisterial()) {
                    ministries.addAll(held.getList("ministries", String.class, List.of()));
                }
            });
        }
        return new Perimeter(below, ministries);
    }

    private boolean covers(Perimeter perimeter, String organization) {
        return !perimeter.isEmpty() && perimeter.covers(organizations.lineage(organization), ministries(organization));
    }

    /** Mandates of the data officers of an organisation's ministries: whom to tell; perhaps none. */
    public List<String> amdacMandates(String organization) {
        return over(organization, MandateRole::isMinisterial);
    }

    /** Mandates of the relays nearest to an organisation and of its data officers: whom to ask; perhaps none. */
    public List<String> vouchingMandates(String organization) {
        return over(organization, MandateRole::vouches);
    }

    private List<String> over(String organization, Predicate<MandateRole> wanted) {
        Set<String> ministries = ministries(organization);
        Bson covering = Filters.or(
                Filters.in("organizations", organizations.lineage(organization)), Filters.in("ministries", ministries));
        Set<String> found = new LinkedHashSet<>();
        for (Document each : inForce(covering)) {
            boolean near = role(each).filter(wanted).isPresent();
            boolean reaches = role(each).filter(MandateRole::isMinisterial).isPresent()
                    || intersects(each.getList("organizations", String.class, List.of()), organization);
            if (near && reaches) {
                found.add(each.getString("_id"));
            }
        }
        return List.copyOf(found);
    }

    private boolean intersects(Collection<String> covered, String organization) {
        Set<String> line = organizations.lineage(organization);
        return covered.stream().anyMatch(line::contains);
    }

    /** The ministries an organisation answers to; a ministry answers to itself. */
    private Set<String> ministries(String organization) {
        Set<String> all = new TreeSet<>(organizations.lineage(organization));
        organizations.find(organization).map(Organization::ministries).orElse(List.of()).stream()
                .map(Ministry::id)
                .forEach(all::add);
        return all;
    }

    private List<Document> inForce(Bson which) {
        String today = LocalDate.now(clock).toString();
        List<Document> found = new ArrayList<>();
        store.getCollection(COLLECTION)
                .find(Filters.and(which, Filters.eq("state", "ACTIVE"), Filters.lte("startsOn", today)))
                .sort(Sorts.ascending("_id"))
                .limit(MOST)
                .batchSize(MOST)
                .forEach(each -> {
                    String last = each.getString("endsOn");
                    if (last == null || last.compareTo(today) >= 0) {
                        found.add(each);
                    }
                });
        return found;
    }

    private static Optional<MandateRole> role(Document mandate) {
        String role = mandate.getString("role");
        for (MandateRole each : MandateRole.values()) {
            if (each.name().equals(role)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
