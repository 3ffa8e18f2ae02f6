package fr.agora.projects.funding;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Every grant. */
@Repository
class Grants {

    /** About twenty a year are given: a century of them. */
    static final int MOST = 2_000;

    private final MongoTemplate store;

    Grants(MongoTemplate store) {
        this.store = store;
    }

    FundingGrant insert(FundingGrant grant) {
        return store.insert(grant);
    }

    Optional<FundingGrant> find(String id) {
        return Optional.ofNullable(store.findById(id, FundingGrant.class));
    }

    void remove(FundingGrant grant) {
        store.remove(grant);
    }

    List<FundingGrant> ofUseCase(String useCaseId) {
        return store.find(
                new Query(where("useCaseId").is(useCaseId))
                        .with(Sort.by(Sort.Direction.DESC, "year"))
                        .limit(50)
                        .cursorBatchSize(50),
                FundingGrant.class);
    }

    /** The latest years first. */
    List<FundingGrant> all() {
        return store.find(
                new Query(where("year").gte(GrantDraft.FIRST_YEAR))
                        .with(Sort.by(Sort.Order.desc("year"), Sort.Order.asc("_id")))
                        .limit(MOST)
                        .cursorBatchSize(500),
                FundingGrant.class);
    }
}
