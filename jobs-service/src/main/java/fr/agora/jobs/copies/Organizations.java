package fr.agora.jobs.copies;

import com.mongodb.client.model.Filters;
import fr.agora.platform.messaging.Revisions;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
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
    }

    /** Empty for one never heard of, and for one withdrawn. */
    public Optional<Organization> find(String id) {
        Document found =
                store.getCollection(COLLECTION).find(Filters.eq("_id", id)).first();
        if (found == null || found.getString("name") == null) {
            return Optional.empty();
        }
        List<Ministry> ministries = found.getList("ministries", Document.class, List.of()).stream()
                .map(each -> new Ministry(each.getString("id"), each.getString("name")))
                .toList();
        return Optional.of(new Organization(id, found.getString("name"), found.getString("acronym"), ministries));
    }

    void published(Organization told, long revision) {
        Document state = new Document("name", told.name())
                .append("acronym", told.acronym())
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
