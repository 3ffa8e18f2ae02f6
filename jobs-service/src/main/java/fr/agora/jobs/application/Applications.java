package fr.agora.jobs.application;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All applications. */
@Component
class Applications {

    private final MongoTemplate store;

    Applications(MongoTemplate store) {
        this.store = store;
    }

    /** @throws org.springframework.dao.DuplicateKeyException where the candidate has applied already */
    Application add(Application application) {
        return store.insert(application);
    }

    Application save(Application application) {
        return store.save(application);
    }

    void remove(Application application) {
        store.remove(application);
    }

    Optional<Application> find(String id) {
        return Optional.ofNullable(store.findById(id, Application.class));
    }

    Optional<Application> of(String account, String offerId) {
        return Optional.ofNullable(store.findOne(
                Query.query(Criteria.where("pair").is(Application.pair(account, offerId))), Application.class));
    }

    /** A candidate's, the latest first. */
    Slice<Application> ofCandidate(String account, Paging paging) {
        return page(Criteria.where("account").is(account), paging);
    }

    long countSince(String account, Instant moment) {
        return store.count(
                Query.query(
                        Criteria.where("account").is(account).and("receivedAt").gte(moment)),
                Application.class);
    }

    /**
     * Those for an offer, the latest first.
     *
     * @param stage absent: whatever their stage
     */
    Slice<Application> ofOffer(String offerId, @Nullable Stage stage, Paging paging) {
        Criteria which = Criteria.where("offerId").is(offerId);
        return page(stage == null ? which : which.and("stage").is(stage), paging);
    }

    /** How many stand for each of those offers. */
    Map<String, Long> counted(Collection<String> offers) {
        Map<String, Long> counts = new HashMap<>();
        store.aggregate(
                        Aggregation.newAggregation(
                                Aggregation.match(Criteria.where("offerId")
                                        .in(offers)
                                        .and("stage")
                                        .ne(Stage.WITHDRAWN.name())),
                                Aggregation.group("offerId").count().as("count")),
                        "applications",
                        Document.class)
                .forEach(each ->
                        counts.put(each.getString("_id"), each.get("count", 0).longValue()));
        return counts;
    }

    boolean namesFile(String fileId) {
        return store.exists(Query.query(Criteria.where("cv.fileId").is(fileId)), Application.class);
    }

    /** Those that have not moved since before that moment, at most so many. */
    List<Application> quietBefore(Instant moment, int most) {
        return store.find(
                Query.query(Criteria.where("movedAt").lt(moment))
                        .with(Sort.by("movedAt"))
                        .limit(most)
                        .cursorBatchSize(most),
                Application.class);
    }

    private Slice<Application> page(Criteria which, Paging paging) {
        Criteria asked = paging.after(2)
                .map(cursor -> new Criteria().andOperator(which, after(cursor)))
                .orElse(which);
        List<Application> found = store.find(
                Query.query(asked)
                        .with(Sort.by(Sort.Direction.DESC, "receivedAt", "_id"))
                        .limit(paging.size() + 1)
                        .cursorBatchSize(paging.size() + 1),
                Application.class);
        return Slice.of(
                found,
                paging.size(),
                each -> Cursor.of(Long.toString(each.receivedAt().toEpochMilli()), each.id()));
    }

    private static Criteria after(Cursor cursor) {
        Instant moment;
        try {
            moment = Instant.ofEpochMilli(
                    Long.parseLong(String.valueOf(cursor.keys().getFirst())));
        } catch (NumberFormatException forged) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
        return new Criteria()
                .orOperator(
                        Criteria.where("receivedAt").lt(moment),
                        Criteria.where("receivedAt")
                                .is(moment)
                                .and("_id")
                                .lt(cursor.keys().getLast()));
    }
}
