package fr.agora.jobs.copies;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import fr.agora.jobs.copies.UseCase.Impact;
import fr.agora.platform.messaging.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** The copy of the projects' use cases. */
@Component
public final class UseCases {

    private static final String COLLECTION = "use_cases_copy";

    private final MongoTemplate store;
    private final Revisions revisions;

    UseCases(MongoTemplate store, Revisions revisions) {
        this.store = store;
        this.revisions = revisions;
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on("organizationIds", Sort.Direction.ASC)
                        .on("title", Sort.Direction.ASC)
                        .named("of_organization"));
    }

    /** Empty for one never heard of, and for one withdrawn. */
    public Optional<UseCase> find(String id) {
        return Optional.ofNullable(store.getCollection(COLLECTION)
                        .find(Filters.eq("_id", id))
                        .first())
                .filter(found -> found.getString("title") != null)
                .map(UseCases::read);
    }

    /** At most so many use cases of an organisation, by title. */
    public List<UseCase> ofOrganization(String organizationId, int most) {
        List<UseCase> found = new ArrayList<>();
        store.getCollection(COLLECTION)
                .find(Filters.eq("organizationIds", organizationId))
                .sort(Sorts.ascending("title"))
                .limit(most)
                .batchSize(most)
                .forEach(each -> found.add(read(each)));
        return found;
    }

    void published(UseCase told, long revision) {
        Document state = new Document("title", told.title())
                .append("url", told.url())
                .append("visibility", told.visibility())
                .append("organizationIds", told.organizationIds())
                .append("whatChanges", told.whatChanges())
                .append("impact", written(told.impact()));
        revisions.keepHighest(COLLECTION, told.id(), revision, state);
    }

    void withdrawn(String id, long revision) {
        revisions.keepHighest(COLLECTION, id, revision, new Document("withdrawn", true));
    }

    private static UseCase read(Document found) {
        return new UseCase(
                found.getString("_id"),
                found.getString("title"),
                found.getString("url"),
                found.getString("visibility"),
                found.getList("organizationIds", String.class, List.of()),
                found.getString("whatChanges"),
                impact(found.get("impact", Document.class)));
    }

    private static @Nullable Document written(@Nullable Impact impact) {
        return impact == null
                ? null
                : new Document("label", impact.label())
                        .append("before", impact.before())
                        .append("after", impact.after())
                        .append("unit", impact.unit())
                        .append("measuredOn", impact.measuredOn());
    }

    private static @Nullable Impact impact(@Nullable Document found) {
        return found == null
                ? null
                : new Impact(
                        found.getString("label"),
                        found.getString("before"),
                        found.getString("after"),
                        found.getString("unit"),
                        found.getString("measuredOn"));
    }
}
