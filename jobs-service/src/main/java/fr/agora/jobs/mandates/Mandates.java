package fr.agora.jobs.mandates;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import fr.agora.jobs.copies.DirectoryFacts;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Revisions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** The copy of the directory's mandates: who answers for an organisation, and who may act for one. */
@Component
public final class Mandates implements DirectoryFacts {

    static final FactType PUBLISHED = new FactType("agora.directory.mandate-published.v1");
    static final FactType WITHDRAWN = new FactType("agora.directory.mandate-withdrawn.v1");
    static final FactType ERASED = new FactType("agora.directory.member-erased.v1");
    private static final String COLLECTION = "mandates_copy";

    private final MongoTemplate store;
    private final Revisions revisions;
    private final Clock clock;

    Mandates(MongoTemplate store, Revisions revisions, Clock clock) {
        this.store = store;
        this.revisions = revisions;
        this.clock = clock;
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on("organization", Sort.Direction.ASC)
                        .on("role", Sort.Direction.ASC)
                        .named("of_organization"));
        store.indexOps(COLLECTION)
                .createIndex(new Index().on("holderAccount", Sort.Direction.ASC).named("of_holder"));
    }

    /** Empty for one that is unknown, suspended, not begun or over. */
    public Optional<Mandate> inForce(String id) {
        return Optional.ofNullable(store.getCollection(COLLECTION)
                        .find(Filters.eq("_id", id))
                        .first())
                .filter(found -> found.getString("organization") != null)
                .map(Mandates::read)
                .filter(mandate -> mandate.isInForce(LocalDate.now(clock)));
    }

    /** At most so many mandates in force for any of those organisations. */
    public List<Mandate> inForceFor(Collection<String> organizations, int most) {
        return all(Filters.in("organization", organizations), most);
    }

    /** At most so many mandates that account holds now. */
    public List<Mandate> heldBy(String account, int most) {
        return all(Filters.eq("holderAccount", account), most);
    }

    private List<Mandate> all(Bson which, int most) {
        List<Mandate> found = new ArrayList<>();
        store.getCollection(COLLECTION)
                .find(Filters.and(which, Filters.eq("active", true)))
                .sort(Sorts.ascending("role", "_id"))
                .limit(most)
                .batchSize(most)
                .forEach(each -> found.add(read(each)));
        found.removeIf(mandate -> !mandate.isInForce(LocalDate.now(clock)));
        return List.copyOf(found);
    }

    @Override
    public void hear(Fact fact) {
        if (fact.is(PUBLISHED)) {
            Told told = fact.as(Told.class);
            Document state = new Document("role", told.role())
                    .append("organization", told.organization().id())
                    .append("organizationName", told.organization().name())
                    .append("active", "ACTIVE".equals(told.state()))
                    .append("startsOn", told.startsOn())
                    .append("endsOn", told.endsOn())
                    .append(
                            "holderAccount",
                            told.holder() == null ? null : told.holder().accountId())
                    .append("url", told.url());
            revisions.keepHighest(COLLECTION, fact.subject(), fact.revision(), state);
        } else if (fact.is(WITHDRAWN)) {
            revisions.keepHighest(COLLECTION, fact.subject(), fact.revision(), new Document("withdrawn", true));
        } else if (fact.is(ERASED)) {
            String account = fact.as(Erased.class).accountId();
            if (account != null) {
                store.getCollection(COLLECTION)
                        .updateMany(Filters.eq("holderAccount", account), Updates.unset("holderAccount"));
            }
        }
    }

    private static Mandate read(Document found) {
        String ends = found.getString("endsOn");
        return new Mandate(
                found.getString("_id"),
                found.getString("role"),
                found.getString("organization"),
                found.getString("organizationName"),
                found.getBoolean("active", false),
                LocalDate.parse(found.getString("startsOn")),
                ends == null ? null : LocalDate.parse(ends),
                found.getString("holderAccount"),
                found.getString("url"));
    }

    record Erased(@Nullable String accountId) {}

    /** The fields of the fact that are used here. */
    record Told(
            String role,
            Named organization,
            String state,
            String startsOn,
            @Nullable String endsOn,
            @Nullable Holder holder,
            String url) {
        record Named(String id, String name) {}

        record Holder(@Nullable String accountId) {}
    }
}
