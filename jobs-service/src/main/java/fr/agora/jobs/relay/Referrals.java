package fr.agora.jobs.relay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All recommendations. */
@Component
class Referrals {

    private final MongoTemplate store;

    Referrals(MongoTemplate store) {
        this.store = store;
    }

    Referral save(Referral referral) {
        return store.save(referral);
    }

    Optional<Referral> find(String code) {
        return Optional.ofNullable(store.findById(code, Referral.class));
    }

    long countSince(String account, Instant moment) {
        return store.count(
                Query.query(
                        Criteria.where("byAccount").is(account).and("createdAt").gte(moment)),
                Referral.class);
    }

    /** What a member recommended for an offer, the latest first. */
    List<Referral> of(String account, String offerId, int most) {
        return found(Criteria.where("byAccount").is(account).and("offerId").is(offerId), "createdAt", most);
    }

    /** Those who accepted, for an offer, the latest first. */
    List<Referral> accepted(String offerId, int most) {
        return found(
                Criteria.where("offerId").is(offerId).and("state").is(Referral.State.ACCEPTED), "answeredAt", most);
    }

    private List<Referral> found(Criteria which, String sort, int most) {
        return store.find(
                Query.query(which)
                        .with(Sort.by(Sort.Direction.DESC, sort))
                        .limit(most)
                        .cursorBatchSize(most),
                Referral.class);
    }

    List<Referral> madeBy(String account, int most) {
        return found(Criteria.where("byAccount").is(account), "createdAt", most);
    }

    /** What was about somebody, by their account or their profile. */
    void removeAbout(String account, String memberId) {
        store.remove(Query.query(Criteria.where("account").is(account)), Referral.class);
        store.remove(Query.query(Criteria.where("memberId").is(memberId)), Referral.class);
    }

    /** Removes those made before that moment, at most so many. */
    int forgetBefore(Instant moment, int most) {
        List<Referral> old = store.find(
                Query.query(Criteria.where("createdAt").lt(moment))
                        .with(Sort.by("createdAt"))
                        .limit(most)
                        .cursorBatchSize(most),
                Referral.class);
        old.forEach(store::remove);
        return old.size();
    }
}
