package fr.agora.projects.credit;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All credits. */
@Component
class Credits implements ReplaySource {

    static final int MOST = 100;

    private final MongoTemplate store;
    private final Clock clock;

    Credits(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Credit save(Credit credit) {
        return store.save(credit);
    }

    Optional<Credit> find(String id) {
        return Optional.ofNullable(store.findById(id, Credit.class));
    }

    List<Credit> ofUseCase(String useCase) {
        return by("useCaseId", useCase, "");
    }

    List<Credit> ofAccount(String account) {
        return by("account", account, "");
    }

    List<Credit> ofMember(String member) {
        return by("memberId", member, "");
    }

    List<Credit> proposedBy(String account) {
        return by("proposedBy", account, "");
    }

    @Override
    public String kind() {
        return "credit";
    }

    @Override
    public void forEachCurrent(Consumer<OutboxEntry> sink) {
        List<Credit> batch = page(new Criteria(), "");
        while (!batch.isEmpty()) {
            batch.forEach(each -> each.current(clock).ifPresent(sink));
            batch = page(new Criteria(), batch.getLast().id());
        }
    }

    private List<Credit> by(String field, String value, String after) {
        return page(Criteria.where(field).is(value), after);
    }

    private List<Credit> page(Criteria which, String after) {
        return store.find(
                Query.query(which.and("_id").gt(after))
                        .with(Sort.by("_id"))
                        .limit(MOST)
                        .cursorBatchSize(MOST),
                Credit.class);
    }
}
