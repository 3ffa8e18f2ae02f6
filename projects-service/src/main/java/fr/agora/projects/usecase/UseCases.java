package fr.agora.projects.usecase;

import fr.agora.platform.text.Words;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All use cases. */
@Component
public class UseCases {

    private static final int ATTEMPTS = 5;
    private static final int MOST_IDS = 200;

    private final MongoTemplate store;

    UseCases(MongoTemplate store) {
        this.store = store;
    }

    UseCase save(UseCase useCase) {
        return store.save(useCase);
    }

    /** Whoever may see it: check {@link UseCase#isVisibleTo} before showing it. */
    public Optional<UseCase> find(String id) {
        return Optional.ofNullable(store.findById(id, UseCase.class));
    }

    public Optional<UseCase> findBySlug(String slug) {
        return one(Criteria.where("slug").is(slug));
    }

    /** The use case a brick belongs to, even after the brick has been removed. */
    Optional<UseCase> findByBlock(String blockId) {
        return one(Criteria.where("blockIds").is(blockId));
    }

    /** Whether another use case is known by that word, as its slug or as its id. */
    boolean isTaken(String slug, String ownId) {
        return findBySlug(slug)
                .or(() -> find(slug))
                .filter(other -> !other.id().equals(ownId))
                .isPresent();
    }

    /**
     * A change that reads its use case afresh and may be done again: the directory's news touch use cases too, others
     * take slugs, and nobody should hear of such a collision.
     */
    public static <T> T withoutCollision(Supplier<T> change) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return change.get();
            } catch (OptimisticLockingFailureException | DuplicateKeyException savedMeanwhile) {
                Thread.onSpinWait();
            }
        }
        return change.get();
    }

    /** Published use cases, the latest first. */
    public Slice<UseCase> listed(UseCaseFilter filter, boolean loggedIn, Paging paging) {
        List<Criteria> all = visible(loggedIn);
        if (filter.phase() != null) {
            all.add(Criteria.where("content.phase").is(filter.phase()));
        }
        is(all, "content.themes.code", filter.theme());
        is(all, "content.organizationIds", filter.organization());
        is(all, "content.skills.code", filter.skill());
        if (filter.replicability() != null) {
            all.add(Criteria.where("recognition.verdict").is(filter.replicability()));
        }
        is(all, "recognition.distinctions.edition", filter.award());
        if (filter.q() != null) {
            Words.prefixes(filter.q())
                    .forEach(word -> all.add(Criteria.where("words").regex(word)));
        }
        paging.after(2).map(cursor -> after(cursor, "publishedAt")).ifPresent(all::add);
        List<UseCase> found = page(all, "publishedAt", paging.size() + 1);
        return Slice.of(found, paging.size(), each -> cursor(each, UseCase::publishedAt));
    }

    /** An account's own use cases in whatever state, the latest touched first. */
    public Slice<UseCase> ofOwner(String account, Paging paging) {
        List<Criteria> all =
                new ArrayList<>(List.of(Criteria.where("ownerAccount").is(account)));
        paging.after(2).map(cursor -> after(cursor, "updatedAt")).ifPresent(all::add);
        List<UseCase> found = page(all, "updatedAt", paging.size() + 1);
        return Slice.of(found, paging.size(), each -> cursor(each, UseCase::updatedAt));
    }

    /**
     * Published use cases that have bricks, the latest first.
     *
     * @param from the publication and the id of the one to begin with, itself included
     */
    List<UseCase> withBlocks(BlockFilter filter, boolean loggedIn, Optional<Cursor> from, int most) {
        List<Criteria> all = visible(loggedIn);
        all.add(filter.criteria());
        is(all, "content.themes.code", filter.theme());
        if (filter.q() != null) {
            Words.prefixes(filter.q())
                    .forEach(word -> all.add(Criteria.where("words").regex(word)));
        }
        from.map(cursor -> from(cursor, "publishedAt")).ifPresent(all::add);
        return page(all, "publishedAt", most);
    }

    /** The latest published ones anybody logged in may read that meet one of the criteria. */
    List<UseCase> resembling(List<Criteria> any, int most) {
        List<Criteria> all = visible(true);
        all.add(new Criteria().orOperator(any));
        return page(all, "publishedAt", most);
    }

    /** Those that any of the bricks belong to. */
    List<UseCase> withAnyBlock(Collection<String> blockIds) {
        return store.find(
                Query.query(Criteria.where("blockIds").in(blockIds)).cursorBatchSize(blockIds.size() + 1),
                UseCase.class);
    }

    /** Published use cases with a brick that needs this one, the latest first. */
    List<UseCase> dependingOn(String blockId, boolean loggedIn, int most) {
        List<Criteria> all = visible(loggedIn);
        all.add(Criteria.where("content.blocks.dependsOn").is(blockId));
        return page(all, "publishedAt", most);
    }

    List<UseCase> by(String account, int most) {
        return byId(Criteria.where("ownerAccount").is(account), "", most);
    }

    List<UseCase> ofOrganization(String organization, String afterId, int most) {
        return byId(Criteria.where("content.organizationIds").is(organization), afterId, most);
    }

    /** Those of the ids there are, whatever their state, in as many steps as a bounded question takes. */
    public Map<String, UseCase> byIds(List<String> ids) {
        Map<String, UseCase> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            List<String> some = ids.subList(from, Math.min(from + MOST_IDS, ids.size()));
            store.find(Query.query(Criteria.where("_id").in(some)).cursorBatchSize(MOST_IDS), UseCase.class)
                    .forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    /** Everything by id, a page at a time: a slow reader never holds a cursor open. */
    List<UseCase> all(String afterId, int most) {
        return byId(new Criteria(), afterId, most);
    }

    private Optional<UseCase> one(Criteria which) {
        return Optional.ofNullable(store.findOne(Query.query(which), UseCase.class));
    }

    private static List<Criteria> visible(boolean loggedIn) {
        List<Criteria> all = new ArrayList<>();
        all.add(Criteria.where("status").is(UseCaseStatus.PUBLISHED));
        all.add(Criteria.where("content.visibility")
                .in(loggedIn ? List.of(Visibility.PUBLIC, Visibility.AGENTS) : List.of(Visibility.PUBLIC)));
        return all;
    }

    private static void is(List<Criteria> all, String field, @Nullable String value) {
        if (value != null) {
            all.add(Criteria.where(field).is(value));
        }
    }

    private List<UseCase> byId(Criteria which, String afterId, int most) {
        return store.find(
                Query.query(which.and("_id").gt(afterId))
                        .with(Sort.by("_id"))
                        .limit(most)
                        .cursorBatchSize(most),
                UseCase.class);
    }

    private List<UseCase> page(List<Criteria> all, String sortKey, int most) {
        return store.find(
                Query.query(new Criteria().andOperator(all))
                        .with(Sort.by(Sort.Direction.DESC, sortKey, "_id"))
                        .limit(most)
                        .cursorBatchSize(most),
                UseCase.class);
    }

    static Cursor cursor(UseCase useCase, Function<UseCase, @Nullable Instant> key) {
        Instant moment = key.apply(useCase);
        return Cursor.of(Long.toString(moment == null ? 0 : moment.toEpochMilli()), useCase.id());
    }

    private static Criteria after(Cursor cursor, String sortKey) {
        Instant moment = moment(cursor.keys().getFirst());
        return new Criteria()
                .orOperator(
                        Criteria.where(sortKey).lt(moment),
                        Criteria.where(sortKey)
                                .is(moment)
                                .and("_id")
                                .lt(cursor.keys().get(1)));
    }

    private static Criteria from(Cursor cursor, String sortKey) {
        Instant moment = moment(cursor.keys().getFirst());
        return new Criteria()
                .orOperator(
                        Criteria.where(sortKey).lt(moment),
                        Criteria.where(sortKey)
                                .is(moment)
                                .and("_id")
                                .lte(cursor.keys().get(1)));
    }

    private static Instant moment(String millis) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(millis));
        } catch (NumberFormatException forged) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
    }
}
