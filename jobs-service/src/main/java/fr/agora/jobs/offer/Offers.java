package fr.agora.jobs.offer;

import fr.agora.platform.text.Labelled;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** All offers. */
@Component
public class Offers {

    private static final int ATTEMPTS = 4;
    /** Among how many of the latest the similar ones are looked for. */
    private static final int COMPARED = 60;

    private final MongoTemplate store;
    private final Clock clock;

    Offers(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Offer save(Offer offer) {
        return store.save(offer);
    }

    Optional<Offer> find(String id) {
        return Optional.ofNullable(store.findById(id, Offer.class));
    }

    /** At most a page of offers, by their ids. */
    List<Offer> named(Collection<String> ids) {
        List<String> asked = ids.stream().distinct().limit(Paging.MAX).toList();
        return store.find(Query.query(Criteria.where("_id").in(asked)).cursorBatchSize(Paging.MAX), Offer.class);
    }

    /** What was that account's is nobody's. */
    void disown(String account) {
        store.updateMulti(
                Query.query(Criteria.where("ownerAccount").is(account)),
                // a save under way must read again, or it would write the account back
                new Update().unset("ownerAccount").inc("lock", 1),
                Offer.class);
    }

    Optional<Offer> ofSource(String key) {
        return Optional.ofNullable(
                store.findOne(Query.query(Criteria.where("sourceKey").is(key)), Offer.class));
    }

    /**
     * A change that reads its offer afresh and may be done again: neighbours' news and closing touch offers too, and
     * nobody should hear of such a collision.
     */
    static <T> T withoutCollision(Supplier<T> change) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return change.get();
            } catch (OptimisticLockingFailureException | DuplicateKeyException savedMeanwhile) {
                Thread.onSpinWait();
            }
        }
        return change.get();
    }

    /** Published offers, the latest first. */
    public Slice<Offer> listed(OfferFilter filter, boolean loggedIn, Paging paging) {
        List<Criteria> all = open(loggedIn);
        if (filter.minRemoteDays() != null) {
            all.add(Criteria.where("content.remoteDaysPerWeek").gte(filter.minRemoteDays()));
        }
        if (filter.family() != null) {
            all.add(Criteria.where("content.jobFamily.code").is(filter.family()));
        }
        if (filter.territory() != null) {
            all.add(Criteria.where("content.territories.code").is(filter.territory()));
        }
        if (filter.contract() != null) {
            all.add(Criteria.where("content.contractTypes").is(filter.contract()));
        }
        if (filter.organization() != null) {
            all.add(Criteria.where("content.organizationId").is(filter.organization()));
        }
        if (filter.q() != null) {
            InclusiveWords.prefixes(filter.q())
                    .forEach(word -> all.add(Criteria.where("words").regex(word)));
        }
        return page(all, "publishedAt", offer -> Optional.ofNullable(offer.publishedAt()), paging);
    }

    /** What is open to readers now, whether or not the sweep has come by. */
    private List<Criteria> open(boolean loggedIn) {
        return new ArrayList<>(List.of(
                Criteria.where("status").is(OfferStatus.PUBLISHED),
                Criteria.where("content.visibility")
                        .in(loggedIn ? List.of(Visibility.PUBLIC, Visibility.AGENTS) : List.of(Visibility.PUBLIC)),
                Criteria.where("content.validThrough").gte(LocalDate.now(clock).toString())));
    }

    public Slice<Offer> ofOwner(String account, Paging paging) {
        return ofOwner(account, null, null, paging);
    }

    /**
     * An account's own offers, the latest touched first.
     *
     * @param status absent: whatever their state
     * @param q words, each the beginning of a word of the offer
     */
    public Slice<Offer> ofOwner(String account, @Nullable OfferStatus status, @Nullable String q, Paging paging) {
        List<Criteria> all =
                new ArrayList<>(List.of(Criteria.where("ownerAccount").is(account)));
        if (status != null) {
            all.add(Criteria.where("status").is(status));
        }
        if (q != null) {
            InclusiveWords.prefixes(q)
                    .forEach(word -> all.add(Criteria.where("words").regex(word)));
        }
        return page(all, "updatedAt", offer -> Optional.of(offer.updatedAt()), paging);
    }

    /** Offers in review or suspended, the longest waiting first. */
    Slice<Offer> waiting(Paging paging) {
        List<Criteria> all =
                new ArrayList<>(List.of(Criteria.where("status").in(OfferStatus.IN_REVIEW, OfferStatus.SUSPENDED)));
        return page(all, "updatedAt", offer -> Optional.of(offer.updatedAt()), paging);
    }

    /**
     * Open offers a reader of that one may like, the nearest first: of its family, near its place, with its skills.
     *
     * @param most how many
     */
    public List<Offer> similarTo(Offer offer, boolean loggedIn, int most) {
        OfferContent content = offer.content();
        Set<String> skills = codes(content.skills());
        Set<String> places = codes(content.territories());
        List<Criteria> all = open(loggedIn);
        all.add(Criteria.where("_id").ne(offer.id()));
        all.add(new Criteria()
                .orOperator(
                        Criteria.where("content.jobFamily.code")
                                .is(content.jobFamily().code()),
                        Criteria.where("content.skills.code").in(skills),
                        Criteria.where("content.territories.code").in(places)));
        return store
                .find(
                        Query.query(new Criteria().andOperator(all))
                                .with(Sort.by(Sort.Direction.DESC, "publishedAt", "_id"))
                                .limit(COMPARED)
                                .cursorBatchSize(COMPARED),
                        Offer.class)
                .stream()
                // stable: among equals the latest stays first
                .sorted(Comparator.comparingLong((Offer other) -> -nearness(content, other.content(), skills, places)))
                .limit(most)
                .toList();
    }

    private static long nearness(OfferContent content, OfferContent other, Set<String> skills, Set<String> places) {
        boolean sameFamily = content.jobFamily().code().equals(other.jobFamily().code());
        long shared = codes(other.skills()).stream().filter(skills::contains).count();
        long near = codes(other.territories()).stream().filter(places::contains).count();
        return (sameFamily ? 6 : 0) + 2 * shared + near;
    }

    private static Set<String> codes(List<Labelled> words) {
        return words.stream().map(Labelled::code).collect(Collectors.toSet());
    }

    /** Offers whose last day is past though they are not closed yet, at most so many. */
    List<Offer> over(int most) {
        return store.find(
                Query.query(Criteria.where("status")
                                .in(OfferStatus.PUBLISHED, OfferStatus.SUSPENDED)
                                .and("content.validThrough")
                                .lt(LocalDate.now(clock).toString()))
                        .with(Sort.by("content.validThrough"))
                        .limit(most)
                        .cursorBatchSize(most),
                Offer.class);
    }

    /** Filled and expired offers that have been so since before that moment, at most so many. */
    List<Offer> closedBefore(Instant moment, int most) {
        return store.find(
                Query.query(Criteria.where("status")
                                .in(OfferStatus.FILLED, OfferStatus.EXPIRED)
                                .and("closedAt")
                                .lt(moment))
                        .with(Sort.by("closedAt"))
                        .limit(most)
                        .cursorBatchSize(most),
                Offer.class);
    }

    List<Offer> ofOrganization(String organization, String afterId, int most) {
        return byId(Criteria.where("content.organizationId").is(organization), afterId, most);
    }

    List<Offer> ofLab(String organization, String afterId, int most) {
        return byId(Criteria.where("content.circumstances.labId").is(organization), afterId, most);
    }

    List<Offer> ofUseCase(String useCase, String afterId, int most) {
        return byId(Criteria.where("content.useCaseIds").is(useCase), afterId, most);
    }

    /** Everything by id, a page at a time: a slow reader never holds a cursor open. */
    List<Offer> all(String afterId, int most) {
        return byId(new Criteria(), afterId, most);
    }

    private List<Offer> byId(Criteria which, String afterId, int most) {
        return store.find(
                Query.query(which.and("_id").gt(afterId))
                        .with(Sort.by("_id"))
                        .limit(most)
                        .cursorBatchSize(most),
                Offer.class);
    }

    private Slice<Offer> page(
            List<Criteria> all, String sortKey, Function<Offer, Optional<Instant>> key, Paging paging) {
        paging.after(2).map(cursor -> after(cursor, sortKey)).ifPresent(all::add);
        List<Offer> found = store.find(
                Query.query(new Criteria().andOperator(all))
                        .with(Sort.by(Sort.Direction.DESC, sortKey, "_id"))
                        .limit(paging.size() + 1)
                        .cursorBatchSize(paging.size() + 1),
                Offer.class);
        return Slice.of(
                found,
                paging.size(),
                offer -> Cursor.of(
                        Long.toString(key.apply(offer).orElse(Instant.EPOCH).toEpochMilli()), offer.id()));
    }

    private static Criteria after(Cursor cursor, String sortKey) {
        Instant moment = moment(cursor.keys().getFirst());
        return new Criteria()
                .orOperator(
                        Criteria.where(sortKey).lt(moment),
                        Criteria.where(sortKey)
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
