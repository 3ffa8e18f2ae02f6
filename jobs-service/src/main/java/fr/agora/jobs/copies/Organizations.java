package fr.agora.jobs.copies;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import fr.agora.platform.messaging.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** The copy of the directory's organisations. */
@Component
public final class Organizations {

    private static final String COLLECTION = "organizations_copy";

    private final MongoTemplate store;
    private final Revisions revisions;

    Organizations(MongoTemplate store, Revisions revisions) {
        this.store = store;
        this.revisions = revisions;
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on("kind", Sort.Direction.ASC)
                        .on("name", Sort.Direction.ASC)
                        .named("of_kind"));
    }

    /** Empty for one never heard of, and for one withdrawn. */
    public Optional<Organization> find(String id) {
        Document found =
                store.getCollection(COLLECTION).find(Filters.eq("_id", id)).first();
        return found == null || found.getString("name") == null ? Optional.empty() : Optional.of(read(found));
    }

    /** At most so many datalabs, by name. */
    public List<Organization> labs(int most) {
        List<Organization> found = new ArrayList<>();
        store.getCollection(COLLECTION)
                .find(Filters.eq("kind", "DATALAB"))
                .sort(Sorts.ascending("name"))
                .limit(most)
                .batchSize(most)
                .forEach(each -> found.add(read(each)));
        return List.copyOf(found);
    }

    private static Organization read(Document found) {
        List<Ministry> ministries = found.getList("ministries", Document.class, List.of()).stream()
                .map(each -> new Ministry(each.getString("id"), each.getString("name")))
                .toList();
        return new Organization(
                found.getString("_id"),
                found.getString("name"),
                found.getString("acronym"),
                found.getString("kind"),
                ministries);
    }

    void published(Organization told, long revision) {
        Document state = new Document("name", told.name())
                .append("acronym", told.acronym())
                .append("kind", told.kind())
                .append(
                        "ministries",
                        told.ministries().stream()
                                .map(each -> new Document("id", each.id()).append("name", each.name()))
                                .toList());
        revisions.keepHighest(COLLECTION, told.id(), revision, state);
    }

    void withdrawn(String id, long revision) {
        revisions.keepHighest(COLLECTION, id, revision, new Document("withdrawn", true));
    }
}
