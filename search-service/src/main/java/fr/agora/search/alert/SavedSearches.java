package fr.agora.search.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Where kept searches are. */
@Component
class SavedSearches {

    private static final int BATCH = 100;

    private final MongoOperations store;

    SavedSearches(MongoOperations store) {
        this.store = store;
    }

    SavedSearch save(SavedSearch search) {
        return store.save(search);
    }

    /** Those of one account, the newest first. */
    List<SavedSearch> of(String account, int most) {
        return store.find(
                Query.query(Criteria.where("accountId").is(account))
                        .with(Sort.by(Sort.Order.desc("createdAt"), Sort.Order.asc("_id")))
                        .limit(most),
                SavedSearch.class);
    }

    /** Whoever asks for another's learns no more than for one that is not there. */
    Optional<SavedSearch> find(String id, String account) {
        return find(id).filter(search -> search.isOf(account));
    }

    Optional<SavedSearch> find(String id) {
        return Optional.ofNullable(store.findById(id, SavedSearch.class));
    }

    List<SavedSearch> due(Instant now, int most) {
        return store.find(
                Query.query(Criteria.where("dueAt").lte(now))
                        .with(Sort.by("dueAt", "_id"))
                        .limit(most),
                SavedSearch.class);
    }

    Stream<SavedSearch> all() {
        return store.stream(new Query().cursorBatchSize(BATCH), SavedSearch.class);
    }

    /** Which of these ids are kept at this moment. */
    Set<String> stillThere(Set<String> ids) {
        var those = Query.query(Criteria.where("_id").in(ids));
        those.fields().include("_id");
        return store.find(those, Document.class, store.getCollectionName(SavedSearch.class)).stream()
                .map(found -> found.getString("_id"))
                .collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return store.findOne(new Query().limit(1), SavedSearch.class) == null;
    }

    void remove(SavedSearch search) {
        store.remove(search);
    }
}
