package fr.agora.jobs.relay;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** All links; counting is one atomic addition each. */
@Component
class Relays {

    private final MongoTemplate store;

    Relays(MongoTemplate store) {
        this.store = store;
    }

    /** @throws org.springframework.dao.DuplicateKeyException where the member has a link to that offer */
    OfferRelay add(OfferRelay relay) {
        return store.insert(relay);
    }

    Optional<OfferRelay> find(String code) {
        return Optional.ofNullable(store.findById(code, OfferRelay.class));
    }

    Optional<OfferRelay> ofPair(String account, String offerId) {
        return Optional.ofNullable(store.findOne(
                Query.query(Criteria.where("pair").is(OfferRelay.pair(account, offerId))), OfferRelay.class));
    }

    /** A member's links, revoked ones too, the latest first. */
    Slice<OfferRelay> of(String account, Paging paging) {
        Criteria mine = Criteria.where("account").is(account);
        Criteria asked = paging.after(2)
                .map(cursor -> new Criteria().andOperator(mine, after(cursor)))
                .orElse(mine);
        List<OfferRelay> found = store.find(
                Query.query(asked)
                        .with(Sort.by(Sort.Direction.DESC, "createdAt", "_id"))
                        .limit(paging.size() + 1)
                        .cursorBatchSize(paging.size() + 1),
                OfferRelay.class);
        return Slice.of(
                found,
                paging.size(),
                relay -> Cursor.of(Long.toString(relay.createdAt().toEpochMilli()), relay.code()));
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
                        Criteria.where("createdAt").lt(moment),
                        Criteria.where("createdAt")
                                .is(moment)
                                .and("_id")
                                .lt(cursor.keys().getLast()));
    }

    void sign(String code, @Nullable String shownName) {
        change(code, shownName == null ? new Update().unset("shownName") : new Update().set("shownName", shownName));
    }

    void revoke(String code, Instant now) {
        change(code, new Update().set("revokedAt", now).unset("pair").unset("shownName"));
    }

    void countVisit(String code) {
        change(code, new Update().inc("visits", 1));
    }

    void countRobot(String code) {
        change(code, new Update().inc("robots", 1));
    }

    void countApplication(String code) {
        change(code, new Update().inc("applications", 1));
    }

    private void change(String code, Update update) {
        store.updateFirst(Query.query(Criteria.where("_id").is(code)), update, OfferRelay.class);
    }

    /** Their links lead on to the offers, and are nobody's. */
    void disown(String account, Instant now) {
        store.updateMulti(
                Query.query(Criteria.where("account").is(account)),
                new Update()
                        .set("revokedAt", now)
                        .unset("pair")
                        .unset("shownName")
                        .unset("account"),
                OfferRelay.class);
    }

    /** Removes links made before that moment, at most so many. */
    int forgetBefore(Instant moment, int most) {
        List<OfferRelay> old = store.find(
                Query.query(Criteria.where("createdAt").lt(moment))
                        .with(Sort.by("createdAt"))
                        .limit(most)
                        .cursorBatchSize(most),
                OfferRelay.class);
        old.forEach(store::remove);
        return old.size();
    }
}
