package fr.agora.search.reader;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Revisions;
import fr.agora.platform.security.CurrentUser;
import fr.agora.search.query.Asker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Knows what each reader may find. */
@Component
public class Readers {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final FactType PUBLISHED = new FactType("agora.directory.member-published.v1");
    private static final FactType WITHDRAWN = new FactType("agora.directory.member-withdrawn.v1");
    private static final FactType ERASED = new FactType("agora.directory.member-erased.v1");
    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final int MOST_KNOWN = 10_000;
    private static final int MOST_PROFILES = 5;

    private final MongoOperations store;
    private final Revisions copies;
    private final Mandates mandates;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Readers(MongoOperations store, Revisions copies, Mandates mandates) {
        this.mandates = mandates;
        this.store = store;
        this.copies = copies;
    }

    /** Whoever is behind the present request. */
    public Asker present() {
        return asker(CurrentUser.current().map(CurrentUser::accountId));
    }

    /** A visitor where there is no account. */
    public Asker asker(Optional<String> account) {
        return account.map(id -> Asker.agent(id, networks(id))).orElse(Asker.VISITOR);
    }

    /** Takes in what the facts tell of members' networks and of mandates; the rest of them is for others. */
    public void hear(List<Fact> facts) {
        for (var fact : facts) {
            if (fact.is(PUBLISHED)) {
                var member = fact.as(Member.class);
                keep(
                        fact,
                        new Document("accountId", member.accountId())
                                .append("networks", member.networks() == null ? List.of() : member.networks()));
            } else if (fact.is(WITHDRAWN) || fact.is(ERASED)) {
                keep(fact, new Document());
            } else if (mandates.hear(fact)) {
                known.clear();
            }
        }
    }

    private void keep(Fact fact, Document state) {
        if (copies.keepHighest(Reader.COLLECTION, fact.subject(), fact.revision(), state)) {
            known.clear();
        }
    }

    private List<String> networks(String account) {
        var now = System.nanoTime();
        var one = known.get(account);
        if (one != null && now - one.at() < BELIEVED.toNanos()) {
            return one.networks();
        }
        try {
            var profiles = store.find(
                    Query.query(Criteria.where("accountId").is(account)).limit(MOST_PROFILES), Reader.class);
            var networks = Stream.concat(
                            profiles.stream()
                                    .map(Reader::networks)
                                    .filter(Objects::nonNull)
                                    .flatMap(List::stream),
                            mandates.networks(account).stream())
                    .distinct()
                    .toList();
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(account, new Known(networks, now));
            return networks;
        } catch (DataAccessException e) {
            // less is found for a while, and nothing that should not be
            LOG.warn("Networks cannot be read, readers find what agents find cause=\"{}\"", e.toString());
            return List.of();
        }
    }

    private record Known(List<String> networks, long at) {}

    private record Member(
            @Nullable String accountId, @Nullable List<String> networks) {}
}
