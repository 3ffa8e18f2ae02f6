package fr.agora.directory.organization;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.directory.lifecycle.Status;
import fr.agora.platform.web.Cursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** What hangs on a ministry, listed and counted by the store; no walk and no whole tree in memory. */
@Repository
public class MinistryTree {

    private final MongoTemplate store;

    MinistryTree(MongoTemplate store) {
        this.store = store;
    }

    /**
     * Which organisations are meant.
     *
     * @param under an organisation below which to look, absent for all of the ministry
     * @param outside organisations left out with all that hangs below them
     */
    public record Part(
            String ministry, @Nullable String under, Collection<OrganizationKind> kinds, Collection<String> outside) {}

    /** By name; {@code after} is the cursor of the last one seen. */
    public List<Organization> some(Part part, @Nullable Cursor after, int most) {
        List<Criteria> all = criteria(part);
        if (after != null) {
            all.add(afterKey(after));
        }
        Query query = new Query(new Criteria().andOperator(all))
                .with(Sort.by("sortName", "_id"))
                .limit(most)
                .cursorBatchSize(most);
        return store.find(query, Organization.class);
    }

    public static Cursor cursor(Organization organization) {
        return Cursor.of(organization.sortName(), organization.id());
    }

    /** How many of these identifiers are among them. */
    public long countAmong(Part part, Collection<String> ids) {
        List<Criteria> all = criteria(part);
        all.add(where("_id").in(ids));
        return store.count(new Query(new Criteria().andOperator(all)), Organization.class);
    }

    /** How many there are of each kind; kinds without any are left out. */
    public Map<OrganizationKind, Long> countByKind(Part part) {
        Map<OrganizationKind, Long> counts = new EnumMap<>(OrganizationKind.class);
        Document match = new Query(new Criteria().andOperator(criteria(part))).getQueryObject();
        for (Document each : aggregate(List.of(
                new Document("$match", named(match)),
                new Document("$group", new Document("_id", "$kind").append("count", new Document("$sum", 1)))))) {
            counts.put(OrganizationKind.valueOf(each.getString("_id")), count(each));
        }
        return counts;
    }

    /** How many organisations of these kinds each ministry has, by its identifier. */
    public Map<String, Long> countByMinistry(Collection<OrganizationKind> kinds, Collection<String> outside) {
        List<Criteria> all = new ArrayList<>();
        all.add(where("status").is(Status.PUBLISHED));
        all.add(where("kind").in(kinds));
        leaveOut(outside, all);
        Map<String, Long> counts = new HashMap<>();
        Document match = new Query(new Criteria().andOperator(all)).getQueryObject();
        for (Document each : aggregate(List.of(
                new Document("$match", named(match)),
                new Document("$unwind", "$ministries"),
                new Document(
                        "$group", new Document("_id", "$ministries._id").append("count", new Document("$sum", 1)))))) {
            counts.put(each.getString("_id"), count(each));
        }
        return counts;
    }

    private static long count(Document group) {
        return Objects.requireNonNull(group.get("count", Number.class)).longValue();
    }

    /** Enumerations are stored by their names. */
    private static Object named(Object value) {
        return switch (value) {
            case Document document -> {
                Document copy = new Document();
                document.forEach((key, each) -> copy.append(key, named(each)));
                yield copy;
            }
            case Collection<?> many -> many.stream().map(MinistryTree::named).toList();
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }

    private Iterable<Document> aggregate(List<Document> stages) {
        return store.getCollection(store.getCollectionName(Organization.class))
                .aggregate(stages)
                .batchSize(200);
    }

    private static List<Criteria> criteria(Part part) {
        List<Criteria> all = new ArrayList<>();
        // as stored: nested identifiers are named so
        all.add(where("ministries._id").is(part.ministry()));
        all.add(where("status").is(Status.PUBLISHED));
        all.add(where("kind").in(part.kinds()));
        if (part.under() != null) {
            all.add(where("ancestorIds").is(part.under()));
        }
        leaveOut(part.outside(), all);
        return all;
    }

    private static void leaveOut(Collection<String> outside, List<Criteria> all) {
        if (!outside.isEmpty()) {
            all.add(where("_id").nin(outside));
            all.add(where("ancestorIds").nin(outside));
        }
    }

    private static Criteria afterKey(Cursor after) {
        String name = after.keys().get(0);
        String id = after.keys().get(1);
        return new Criteria()
                .orOperator(
                        where("sortName").gt(name),
                        new Criteria()
                                .andOperator(
                                        where("sortName").is(name), where("_id").gt(id)));
    }
}
