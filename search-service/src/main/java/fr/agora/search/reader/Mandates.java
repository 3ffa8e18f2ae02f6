package fr.agora.search.reader;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Revisions;
import fr.agora.platform.messaging.Revisions.Kept;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The networks somebody belongs to by mandate, whether or not they have a profile that says so. */
@Component
class Mandates {

    private static final FactType PUBLISHED = new FactType("agora.directory.mandate-published.v1");
    private static final FactType PUBLISHED_2 = new FactType("agora.directory.mandate-published.v2");
    private static final FactType WITHDRAWN = new FactType("agora.directory.mandate-withdrawn.v1");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String ACTIVE = "ACTIVE";
    private static final int MOST = 50;

    private final MongoOperations store;
    private final Revisions copies;
    private final Clock clock;

    Mandates(MongoOperations store, Revisions copies, Clock clock) {
        this.store = store;
        this.copies = copies;
        this.clock = clock;
    }

    /** Whether something changed: a mandate is told twice, and as well as the later version says it once. */
    boolean hear(Fact fact) {
        if (fact.is(PUBLISHED) || fact.is(PUBLISHED_2)) {
            return keep(fact, fact.as(Told.class).kept());
        }
        return fact.is(WITHDRAWN) && keep(fact, new Document());
    }

    private boolean keep(Fact fact, Document state) {
        return copies.keepHighest(Mandate.COLLECTION, fact, state) != Kept.OUTDONE;
    }

    /** By the mandates in force today in Paris. */
    List<String> networks(String account) {
        var today = LocalDate.now(clock.withZone(PARIS)).toString();
        return store.find(Query.query(Criteria.where("accountId").is(account)).limit(MOST), Mandate.class).stream()
                .filter(mandate -> mandate.isInForce(today))
                .flatMap(mandate -> mandate.opened().stream())
                .distinct()
                .toList();
    }

    private record Told(
            String role,
            @Nullable List<String> networks,
            String state,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Holder holder) {

        Document kept() {
            return new Document("accountId", holder == null ? null : holder.accountId())
                    .append("role", role)
                    .append("networks", networks)
                    .append("active", state.equals(ACTIVE))
                    .append("startsOn", startsOn.toString())
                    .append(
                            "endsOn",
                            Optional.ofNullable(endsOn).map(LocalDate::toString).orElse(null));
        }
    }

    private record Holder(@Nullable String accountId) {}
}
