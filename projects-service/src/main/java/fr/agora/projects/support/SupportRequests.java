package fr.agora.projects.support;

import static org.springframework.data.mongodb.core.query.Criteria.where;

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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Every request for support, the latest first. */
@Repository
class SupportRequests {

    private static final int BATCH = 100;

    private final MongoTemplate store;

    SupportRequests(MongoTemplate store) {
        this.store = store;
    }

    Optional<SupportRequest> find(String id) {
        return Optional.ofNullable(store.findById(id, SupportRequest.class));
    }

    SupportRequest insert(SupportRequest request) {
        return store.insert(request);
    }

    SupportRequest save(SupportRequest request) {
        return store.save(request);
    }

    Slice<SupportRequest> ofAccount(String account, Paging paging) {
        return page(where("account").is(account), paging);
    }

    Slice<SupportRequest> within(Perimeter perimeter, Paging paging) {
        return page(
                new Criteria()
                        .orOperator(
                                where("lineage").in(perimeter.organizations()),
                                where("ministries").in(perimeter.ministries())),
                paging);
    }

    Slice<SupportRequest> all(@Nullable SupportState state, Paging paging) {
        return page(
                state == null
                        ? where("state").in((Object[]) SupportState.values())
                        : where("state").is(state),
                paging);
    }

    private Slice<SupportRequest> page(Criteria which, Paging paging) {
        List<Criteria> all = new ArrayList<>(List.of(which));
        paging.after(2).ifPresent(after -> all.add(before(after)));
        List<SupportRequest> found = store.find(
                new Query(new Criteria().andOperator(all))
                        .with(Sort.by(Sort.Direction.DESC, "receivedAt", "_id"))
                        .limit(paging.size() + 1)
                        .cursorBatchSize(paging.size() + 1),
                SupportRequest.class);
        return Slice.of(
                found,
                paging.size(),
                each -> Cursor.of(Long.toString(each.receivedAt().toEpochMilli()), each.id()));
    }

    private static Criteria before(Cursor after) {
        Instant moment = moment(after.keys().getFirst());
        return new Criteria()
                .orOperator(
                        where("receivedAt").lt(moment),
                        where("receivedAt")
                                .is(moment)
                                .and("_id")
                                .lt(after.keys().get(1)));
    }

    private static Instant moment(String millis) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(millis));
        } catch (NumberFormatException forged) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
    }

    /** In bounded steps: all that somebody opened or wrote in. */
    void eachTouchedBy(String account, Consumer<SupportRequest> action) {
        String last = "";
        List<SupportRequest> found;
        do {
            found = store.find(
                    new Query(new Criteria()
                                    .andOperator(
                                            where("_id").gt(last),
                                            new Criteria()
                                                    .orOperator(
                                                            where("account").is(account),
                                                            where("thread.account")
                                                                    .is(account))))
                            .with(Sort.by("_id"))
                            .limit(BATCH)
                            .cursorBatchSize(BATCH),
                    SupportRequest.class);
            found.forEach(action);
            last = found.isEmpty() ? last : found.getLast().id();
        } while (found.size() == BATCH);
    }
}
