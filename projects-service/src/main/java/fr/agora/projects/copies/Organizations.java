package fr.agora.projects.copies;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import fr.agora.platform.messaging.Revisions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The copy of the directory's organisations. */
@Component
public final class Organizations {

    private static final String COLLECTION = "organizations_copy";
    /** No tree of administrations is deeper; a circle told by mistake ends here too. */
    private static final int HIGHEST = 12;

    private final MongoTemplate store;
    private final Revisions revisions;

    Organizations(MongoTemplate store, Revisions revisions) {
        this.store = store;
        this.revisions = revisions;
        store.getCollection(COLLECTION).createIndex(Indexes.ascending("name"));
    }

    /** Empty for one never heard of, and for one withdrawn. */
    public Optional<Organization> find(String id) {
        Document found =
                store.getCollection(COLLECTION).find(Filters.eq("_id", id)).first();
        return found == null || found.getString("name") == null ? Optional.empty() : Optional.of(organization(found));
    }

    /** Those of the ids that are known, by id. */
    public Map<String, Organization> findAll(Collection<String> ids) {
        Map<String, Organization> found = new HashMap<>();
        if (!ids.isEmpty()) {
            store.getCollection(COLLECTION)
                    .find(Filters.and(Filters.in("_id", Set.copyOf(ids)), Filters.gt("name", "")))
                    .batchSize(ids.size() + 1)
                    .forEach(each -> found.put(each.getString("_id"), organization(each)));
        }
        return found;
    }

    /** The organisation and all that stands above it, as far as the directory told; nearest first. */
    public Set<String> lineage(String id) {
        Set<String> line = new LinkedHashSet<>(List.of(id));
        Set<String> level = Set.of(id);
        for (int height = 0; height < HIGHEST && !level.isEmpty(); height++) {
            Set<String> above = new LinkedHashSet<>();
            findAll(level).values().forEach(each -> above.addAll(each.parentIds()));
            above.removeIf(parent -> !line.add(parent));
            level = above;
        }
        return line;
    }

    /** Those that may be chosen, by name: so many at most. */
    public List<Organization> byName(int most) {
        List<Organization> all = new ArrayList<>();
        store.getCollection(COLLECTION)
                .find(Filters.gt("name", ""))
                .sort(Sorts.ascending("name"))
                .limit(most)
                .batchSize(most)
                .forEach(found -> all.add(organization(found)));
        return all;
    }

    private static Organization organization(Document found) {
        List<Ministry> ministries = found.getList("ministries", Document.class, List.of()).stream()
                .map(each -> new Ministry(each.getString("id"), each.getString("name")))
                .toList();
        return new Organization(
                found.getString("_id"),
                found.getString("name"),
                found.getString("acronym"),
                ministries,
                found.getList("parentIds", String.class, List.of()),
                found.getString("kind"));
    }

    void published(Organization told, long revision) {
        Document state = new Document("name", told.name())
                .append("parentIds", told.parentIds())
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
