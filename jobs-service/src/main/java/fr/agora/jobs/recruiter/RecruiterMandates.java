package fr.agora.jobs.recruiter;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All recruiter mandates. */
@Component
class RecruiterMandates {

    private static final int ATTEMPTS = 4;
    private static final int MOST_OF_ONE = 50;

    private final MongoTemplate store;

    RecruiterMandates(MongoTemplate store) {
        this.store = store;
    }

    RecruiterMandate save(RecruiterMandate mandate) {
        return store.save(mandate);
    }

    Optional<RecruiterMandate> find(String id) {
        return Optional.ofNullable(store.findById(id, RecruiterMandate.class));
    }

    /** A change that reads its mandate afresh and may be done again: the sweep touches mandates too. */
    static <T> T withoutCollision(Supplier<T> change) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return change.get();
            } catch (OptimisticLockingFailureException savedMeanwhile) {
                Thread.onSpinWait();
            }
        }
        return change.get();
    }

    /** An account's own, the latest first. */
    List<RecruiterMandate> of(String account) {
        return store.find(
                Query.query(Criteria.where("account").is(account))
                        .with(Sort.by(Sort.Direction.DESC, "updatedAt"))
                        .limit(MOST_OF_ONE)
                        .cursorBatchSize(MOST_OF_ONE),
                RecruiterMandate.class);
    }

    /**
     * Mandates in certain states, the latest touched first.
     *
     * @param bounds what the reader may see; null: everything
     */
    Slice<RecruiterMandate> listed(
            Collection<RecruiterMandateState> states, @Nullable Perimeter bounds, Paging paging) {
        List<Criteria> all = new ArrayList<>(List.of(Criteria.where("state").in(states)));
        if (bounds != null) {
            all.add(Criteria.where("kind").is(RecruiterMandateKind.RECRUITER));
            all.add(new Criteria()
                    .orOperator(
                            Criteria.where("organizationId").in(bounds.organizations()),
                            Criteria.where("ministryIds").in(bounds.ministries())));
        }
        paging.after(2).map(RecruiterMandates::after).ifPresent(all::add);
        List<RecruiterMandate> found = store.find(
                Query.query(new Criteria().andOperator(all))
                        .with(Sort.by(Sort.Direction.DESC, "updatedAt", "_id"))
                        .limit(paging.size() + 1)
                        .cursorBatchSize(paging.size() + 1),
                RecruiterMandate.class);
        return Slice.of(
                found,
                paging.size(),
                mandate -> Cursor.of(Long.toString(mandate.updatedAt().toEpochMilli()), mandate.id()));
    }

    /** What somebody answers for: organisations by name, and whatever answers to certain ministries. */
    record Perimeter(Collection<String> organizations, Collection<String> ministries) {}

    /** Mandates whose role the identity server still has to be told of, at most so many. */
    List<RecruiterMandate> toTell(Instant now, int most) {
        return store.find(
                Query.query(Criteria.where("role")
                                .in(RoleStanding.TO_GRANT, RoleStanding.TO_REMOVE)
                                .and("nextTry")
                                .lte(now))
                        .with(Sort.by("nextTry"))
                        .limit(most)
                        .cursorBatchSize(most),
                RecruiterMandate.class);
    }

    /** Mandates in force whose last day is past, at most so many. */
    List<RecruiterMandate> over(LocalDate today, int most) {
        return store.find(
                Query.query(Criteria.where("state")
                                .is(RecruiterMandateState.GRANTED)
                                .and("endsOn")
                                .lt(today.toString()))
                        .with(Sort.by("endsOn"))
                        .limit(most)
                        .cursorBatchSize(most),
                RecruiterMandate.class);
    }

    private static Criteria after(Cursor cursor) {
        Instant moment = moment(cursor.keys().getFirst());
        return new Criteria()
                .orOperator(
                        Criteria.where("updatedAt").lt(moment),
                        Criteria.where("updatedAt")
                                .is(moment)
                                .and("_id")
                                .lt(cursor.keys().getLast()));
    }

    private static Instant moment(@Nullable String millis) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(String.valueOf(millis)));
        } catch (NumberFormatException forged) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
    }
}
