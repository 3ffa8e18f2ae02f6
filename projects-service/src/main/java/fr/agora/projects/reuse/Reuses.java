package fr.agora.projects.reuse;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import fr.agora.projects.mandates.Perimeter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All reuses. */
@Component
public class Reuses {

    private final MongoTemplate store;

    Reuses(MongoTemplate store) {
        this.store = store;
    }

    Reuse save(Reuse reuse) {
        return store.save(reuse);
    }

    Optional<Reuse> find(String id) {
        return Optional.ofNullable(store.findById(id, Reuse.class));
    }

    Optional<Reuse> findBySource(String sourceKey) {
        return Optional.ofNullable(
                store.findOne(Query.query(Criteria.where("sourceKey").is(sourceKey)), Reuse.class));
    }

    /**
     * Confirmed reuses, the latest first.
     *
     * @param block only those that took this brick
     */
    public Slice<Reuse> confirmed(
            @Nullable String useCase, @Nullable String organization, @Nullable String block, Paging paging) {
        List<Criteria> all = new ArrayList<>(List.of(Criteria.where("state").is(ReuseState.CONFIRMED)));
        is(all, "useCaseId", useCase);
        is(all, "organizationId", organization);
        is(all, "declaration.blockIds", block);
        return page(all, paging);
    }

    /** Everything an organisation declared, the latest touched first. */
    public Slice<Reuse> ofOrganization(String organization, Paging paging) {
        return page(new ArrayList<>(List.of(Criteria.where("organizationId").is(organization))), paging);
    }

    /** What waits for a confirmation inside a perimeter, the latest touched first. */
    public Slice<Reuse> toConfirm(Perimeter perimeter, Paging paging) {
        if (perimeter.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        List<Criteria> all = new ArrayList<>();
        all.add(Criteria.where("state").in(ReuseState.AWAITING_CONFIRMATION));
        all.add(new Criteria()
                .orOperator(
                        Criteria.where("lineage").in(perimeter.organizations()),
                        Criteria.where("lineage").in(perimeter.ministries()),
                        Criteria.where("ministryIds").in(perimeter.ministries())));
        return page(all, paging);
    }

    /** Contested ones, for those who settle. */
    public Slice<Reuse> contested(Paging paging) {
        return page(new ArrayList<>(List.of(Criteria.where("state").is(ReuseState.CONTESTED))), paging);
    }

    /** How many count. */
    public long countConfirmed(String useCase) {
        return store.count(
                Query.query(Criteria.where("useCaseId").is(useCase).and("state").is(ReuseState.CONFIRMED)),
                Reuse.class);
    }

    /** How many took that brick. */
    public long countOfBlock(String block) {
        return store.count(
                Query.query(Criteria.where("declaration.blockIds")
                        .is(block)
                        .and("state")
                        .is(ReuseState.CONFIRMED)),
                Reuse.class);
    }

    /** Those in a state whose day has come, the oldest first. */
    List<Reuse> due(ReuseState state, LocalDate today, int most) {
        return store.find(
                Query.query(Criteria.where("state").is(state).and("dueOn").lte(today.toString()))
                        .with(Sort.by("dueOn", "_id"))
                        .limit(most)
                        .cursorBatchSize(most),
                Reuse.class);
    }

    List<Reuse> touchedBy(String account, int most) {
        return store.find(
                Query.query(Criteria.where("accounts").is(account))
                        .with(Sort.by("_id"))
                        .limit(most)
                        .cursorBatchSize(most),
                Reuse.class);
    }

    private static void is(List<Criteria> all, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.add(Criteria.where(field).is(value));
        }
    }

    private Slice<Reuse> page(List<Criteria> all, Paging paging) {
        paging.after(2).map(Reuses::after).ifPresent(all::add);
        List<Reuse> found = store.find(
                Query.query(new Criteria().andOperator((Collection<Criteria>) all))
                        .with(Sort.by(Sort.Direction.DESC, "updatedAt", "_id"))
                        .limit(paging.size() + 1)
                        .cursorBatchSize(paging.size() + 1),
                Reuse.class);
        return Slice.of(
                found,
                paging.size(),
                each -> Cursor.of(Long.toString(each.updatedAt().toEpochMilli()), each.id()));
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
