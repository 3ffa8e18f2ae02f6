package fr.agora.directory.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Counts what each account sends, across instances and restarts. */
@Repository
class Allowances {

    private final MongoTemplate store;
    private final Clock clock;

    Allowances(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @throws ProblemException {@code too-many-messages} when there is none left */
    void useForOpening(String accountId) {
        use(accountId, Allowance::mayOpen, Allowance::withOpened);
    }

    /** @throws ProblemException {@code too-many-messages} when there is none left */
    void useForAnswering(String accountId) {
        use(accountId, Allowance::mayAnswer, Allowance::withAnswered);
    }

    private void use(
            String accountId, BiPredicate<Allowance, Instant> isLeft, BiFunction<Allowance, Instant, Allowance> used) {
        Instant now = clock.instant();
        // each collision means that another message was counted: more of them than may be sent end in a refusal
        for (int attempt = 0; attempt <= Allowance.ANSWERED_AN_HOUR; attempt++) {
            @Nullable Allowance known = store.findById(accountId, Allowance.class);
            Allowance allowance = known == null ? Allowance.of(accountId) : known;
            if (!isLeft.test(allowance, now)) {
                break;
            }
            try {
                store.save(used.apply(allowance, now));
                return;
            } catch (OptimisticLockingFailureException | DuplicateKeyException raced) {
                // counted again with what the other one sent
            }
        }
        throw new ProblemException(MessageProblem.TOO_MANY_MESSAGES);
    }

    void forget(String accountId) {
        store.remove(new Query(where("_id").is(accountId)), Allowance.class);
    }
}
