package fr.agora.directory.organization;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.unwind;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.directory.lifecycle.Status;
import fr.agora.platform.text.Words;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Every organisation, published or not. */
@Repository
public class Organizations {

    private static final Sort BY_NAME = Sort.by("sortName", "_id");
    private static final int BATCH = 200;
    private static final int LONGEST_CHAIN = 10;

    private final MongoTemplate store;

    Organizations(MongoTemplate store) {
        this.store = store;
    }

    public Optional<Organization> find(String id) {
        return Optional.ofNullable(store.findById(id, Organization.class));
    }

    /** The published organisation an id leads to: what merged into another leads there. */
    public Optional<Organization> published(String id) {
        return surviving(id).filter(Organization::isPublished);
    }

    /** The organisation itself, or the one that took it over. */
    public Optional<Organization> surviving(String id) {
        Optional<Organization> found = find(id);
        for (int step = 0; step < LONGEST_CHAIN && found.isPresent(); step++) {
            String next = found.get().mergedInto();
            if (next == null) {
                return found;
            }
            found = find(next);
        }
        return Optional.empty();
    }

    /** The published organisation with this number, or the one that took over who had it. */
    public Optional<Organization> bySiret(String siret) {
        Organization holder = store.findOne(new Query(where("siret").is(siret)), Organization.class);
        if (holder == null) {
            holder = store.findOne(new Query(where("formerSirets").is(siret)), Organization.class);
        }
        return Optional.ofNullable(holder).flatMap(found -> published(found.id()));
    }

    /** In the order asked for; unknown ones are left out. */
    public Map<String, Organization> byIds(List<String> ids) {
        Map<String, Organization> ordered = new LinkedHashMap<>();
        if (ids.size() == 1) {
            // the embedded store finds one id by its index, several by looking at every document
            find(ids.getFirst()).ifPresent(each -> ordered.put(each.id(), each));
        } else if (!ids.isEmpty()) {
            Query query = new Query(where("_id").in(ids)).cursorBatchSize(BATCH);
            Map<String, Organization> found = store.find(query, Organization.class).stream()
                    .collect(Collectors.toMap(Organization::id, each -> each));
            ids.stream().filter(found::containsKey).forEach(id -> ordered.put(id, found.get(id)));
        }
        return ordered;
    }

    Organization save(Organization organization) {
        return store.save(organization);
    }

    Organization insert(Organization organization) {
        return store.insert(organization);
    }

    /** What a visitor may list, by name. */
    public Slice<Organization> list(OrganizationFilter filter, Paging paging) {
        return page(criteria(filter), paging);
    }

    /** Those at the top of the tree, by name. */
    public Slice<Organization> roots(Paging paging) {
        return page(
                new ArrayList<>(List.of(where("root").is(true), where("status").is(Status.PUBLISHED))), paging);
    }

    /** How many published organisations stand directly below each of a few; those without any are left out. */
    public Map<String, Long> countsBelow(List<String> parents) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (!parents.isEmpty()) {
            Aggregation count = newAggregation(
                    match(where("parentIds").in(parents).and("status").is(Status.PUBLISHED)),
                    unwind("parentIds"),
                    match(where("parentIds").in(parents)),
                    group("parentIds").count().as("count"));
            store.aggregate(count, Organization.class, Document.class)
                    .forEach(row -> counts.put(
                            row.getString("_id"), row.get("count", Number.class).longValue()));
        }
        return counts;
    }

    /** The codes of those a filter finds in some areas, row after row; the caller closes. */
    Stream<Document> locations(OrganizationFilter filter, Collection<String> areas) {
        List<Criteria> all = criteria(filter);
        all.add(where("territories.code").in(areas));
        Query query = new Query(new Criteria().andOperator(all)).cursorBatchSize(BATCH);
        query.fields().include("_id", "territoryCodes");
        return store.stream(query, Document.class, store.getCollectionName(Organization.class));
    }

    private static List<Criteria> criteria(OrganizationFilter filter) {
        List<Criteria> all = new ArrayList<>();
        all.add(where("status").is(Status.PUBLISHED));
        if (filter.kind() != null) {
            all.add(where("kind").is(filter.kind()));
        }
        if (filter.parent() != null) {
            all.add(where("parentIds").is(filter.parent()));
        }
        for (Pattern prefix : Words.prefixes(filter.words())) {
            all.add(where("words").regex(prefix));
        }
        return all;
    }

    private Slice<Organization> page(List<Criteria> all, Paging paging) {
        paging.after(2).ifPresent(after -> all.add(afterKey(after)));
        Query query = new Query(new Criteria().andOperator(all))
                .with(BY_NAME)
                .limit(paging.size() + 1)
                .cursorBatchSize(paging.size() + 1);
        return Slice.of(
                store.find(query, Organization.class),
                paging.size(),
                organization -> Cursor.of(organization.sortName(), organization.id()));
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

    /** The published ones somebody may mean by an identifier, an acronym or a name: a single one when it is clear. */
    public List<Organization> meant(String typed, int most) {
        String folded = Words.fold(typed.strip());
        Optional<Organization> exact = published(typed.strip());
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        List<Organization> close = list(new OrganizationFilter(typed, null, null), Paging.first(Paging.MAX))
                .items();
        List<Organization> same = close.stream()
                .filter(each -> Words.fold(each.name()).equals(folded)
                        || (each.acronym() != null && Words.fold(each.acronym()).equals(folded)))
                .toList();
        return same.size() == 1 ? same : close.stream().limit(most).toList();
    }

    /** Organisations below any of a few, drafts included, in bounded steps. */
    void eachChild(Collection<String> parents, Consumer<Organization> action) {
        String last = "";
        List<Organization> found;
        do {
            Query query = new Query(where("parentIds").in(parents).and("_id").gt(last))
                    .with(Sort.by("_id"))
                    .limit(BATCH)
                    .cursorBatchSize(BATCH);
            found = store.find(query, Organization.class);
            found.forEach(action);
            last = found.isEmpty() ? last : found.getLast().id();
        } while (found.size() == BATCH);
    }

    /** Those whose dependants are out of date, a bounded number. */
    List<Organization> rippling() {
        return store.find(
                new Query(where("ripple").exists(true)).limit(BATCH).cursorBatchSize(BATCH), Organization.class);
    }

    /** Unless one changed again meanwhile. */
    void calmed(List<Organization> organizations) {
        Map<Long, List<String>> byRipple = new LinkedHashMap<>();
        for (Organization organization : organizations) {
            @Nullable Long ripple = organization.ripple();
            if (ripple != null) {
                byRipple.computeIfAbsent(ripple, unseen -> new ArrayList<>()).add(organization.id());
            }
        }
        // past the mapping: it would bump the lock, and refuse an editor who saves meanwhile
        byRipple.forEach((ripple, ids) -> store.getCollection(store.getCollectionName(Organization.class))
                .updateMany(
                        new org.bson.Document("_id", new org.bson.Document("$in", ids)).append("ripple", ripple),
                        new org.bson.Document("$unset", new org.bson.Document("ripple", ""))));
    }

    /** Tombstones whose dependants still name them, a bounded number. */
    List<Organization> merging() {
        return store.find(new Query(where("merging").is(true)).limit(BATCH).cursorBatchSize(BATCH), Organization.class);
    }

    /** Streams all that was ever published; the caller closes. */
    Stream<Organization> everPublished() {
        return store.stream(new Query(where("revision").gt(0)).cursorBatchSize(BATCH), Organization.class);
    }
}
