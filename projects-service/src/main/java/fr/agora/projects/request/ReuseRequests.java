package fr.agora.projects.request;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import fr.agora.projects.mandates.Perimeter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All requests. */
@Component
class ReuseRequests {

    private final MongoTemplate store;

    ReuseRequests(MongoTemplate store) {
        this.store = store;
    }

    ReuseRequest save(ReuseRequest request) {
        return store.save(request);
    }

    Optional<ReuseRequest> find(String id) {
        return Optional.ofNullable(store.findById(id, ReuseRequest.class));
    }

    /** Those an account takes part in, and those inside its perimeter, the latest touched first. */
    Slice<ReuseRequest> concerning(String account, Perimeter perimeter, Paging paging) {
        List<Criteria> any = new ArrayList<>();
        any.add(Criteria.where("accounts").is(account));
        any.add(Criteria.where("ownerAccount").is(account));
        if (!perimeter.isEmpty()) {
            any.add(Criteria.where("lineage").in(perimeter.organizations()));
            any.add(Criteria.where("ministryIds").in(perimeter.ministries()));
        }
        List<Criteria> all = new ArrayList<>(List.of(new Criteria().orOperator(any)));
        paging.after(2).map(ReuseRequests::after).ifPresent(all::add);
        List<ReuseRequest> found = store.find(
                Query.query(new Criteria().andOperator(all))
                        .with(Sort.by(Sort.Direction.DESC, "updatedAt", "_id"))
                        .limit(paging.size() + 1)
                        .cursorBatchSize(paging.size() + 1),
                ReuseRequest.class);
        return Slice.of(
                found,
                paging.size(),
                each -> Cursor.of(Long.toString(each.updatedAt().toEpochMilli()), each.id()));
    }

    List<ReuseRequest> touchedBy(String account, int most) {
        return store.find(
                Query.query(new Criteria()
                                .orOperator(
                                        Criteria.where("accounts").is(account),
                                        Criteria.where("ownerAccount").is(account)))
                        .with(Sort.by("_id"))
                        .limit(most)
                        .cursorBatchSize(most),
                ReuseRequest.class);
    }

    private static Criteria after(Cursor cursor) {
        Instant moment;
        try {
            moment = Instant.ofEpochMilli(Long.parseLong(cursor.keys().getFirst()));
        } catch (NumberFormatException forged) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
        return new Criteria()
                .orOperator(
                        Criteria.where("updatedAt").lt(moment),
                        Criteria.where("updatedAt")
                                .is(moment)
                                .and("_id")
                                .lt(cursor.keys().get(1)));
    }
}
