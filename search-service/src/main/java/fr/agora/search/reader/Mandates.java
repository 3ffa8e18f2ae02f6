package fr.agora.search.reader;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Revisions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final FactType WITHDRAWN = new FactType("agora.directory.mandate-withdrawn.v1");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String ACTIVE = "ACTIVE";
    private static final int MOST = 50;
    /** As the directory has it; other roles enter no network. */
    private static final Map<String, String> NETWORKS = Map.of(
            "AGD", "amdac",
            "AMDAC", "amdac",
            "AMDAC_DELEGATE", "amdac",
            "DATALAB_HEAD", "datalab-heads",
            "RELAY", "relays",
            "REGIONAL_REFERENT", "regional-referents");

    private final MongoOperations store;
    private final Revisions copies;
    private final Clock clock;

    Mandates(MongoOperations store, Revisions copies, Clock clock) {
        this.store = store;
        this.copies = copies;
        this.clock = clock;
    }

    /** Whether something changed. */
    boolean hear(Fact fact) {
        if (fact.is(PUBLISHED)) {
            return copies.keepHighest(
                    Mandate.COLLECTION,
                    fact.subject(),
                    fact.revision(),
                    fact.as(Told.class).kept());
        }
        return fact.is(WITHDRAWN)
                && copies.keepHighest(Mandate.COLLECTION, fact.subject(), fact.revision(), new Document());
    }

    /** By the mandates in force today in Paris. */
    List<String> networks(String account) {
        var today = LocalDate.now(clock.withZone(PARIS)).toString();
        return store.find(Query.query(Criteria.where("accountId").is(account)).limit(MOST), Mandate.class).stream()
                .filter(mandate -> mandate.isInForce(today))
                .map(mandate -> NETWORKS.get(mandate.role()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private record Told(
            String role,
            String state,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Holder holder) {

        Document kept() {
            return new Document("accountId", holder == null ? null : holder.accountId())
                    .append("role", role)
                    .append("active", state.equals(ACTIVE))
                    .append("startsOn", startsOn.toString())
                    .append(
                            "endsOn",
                            Optional.ofNullable(endsOn).map(LocalDate::toString).orElse(null));
        }
    }

    private record Holder(@Nullable String accountId) {}
}
