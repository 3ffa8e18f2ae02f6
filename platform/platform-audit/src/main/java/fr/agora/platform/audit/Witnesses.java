package fr.agora.platform.audit;

import fr.agora.platform.messaging.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Hears how far the other services' chains have grown, and holds it against what they told before. */
final class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final int MOST_MARKS = 48;

    private final String own;
    private final MongoTemplate store;

    Witnesses(String own, MongoTemplate store) {
        this.own = own;
        this.store = store;
    }

    void hear(Fact fact) {
        if (!fact.is(AuditSeal.SEALED) || fact.subject().equals(own)) {
            return;
        }
        AuditSeal.Told told = fact.as(AuditSeal.Told.class);
        Witness known = store.findById(told.id(), Witness.class);
        if (known != null && !known.at().isBefore(told.sealedAt())) {
            return;
        }
        OptionalLong contradiction = known == null ? OptionalLong.empty() : contradiction(known, told);
        contradiction.ifPresent(place -> LOG.error(
                "The audit trail of a service is not what it was: service={} entry={}; see"
                        + " docs/operations/the-audit-trail-differs.md",
                told.id(),
                place));
        boolean isNew = contradiction.isPresent() && (known == null || known.differsAt() == null);
        store.save(new Witness(
                told.id(),
                told.sealedAt(),
                marks(known, told),
                isNew ? Long.valueOf(contradiction.getAsLong()) : known == null ? null : known.differsAt(),
                isNew ? told.sealedAt() : known == null ? null : known.differsSince()));
    }

    /** A place that once had another hash, or that the chain no longer reaches. */
    private static OptionalLong contradiction(Witness known, AuditSeal.Told told) {
        TreeMap<Long, String> now = new TreeMap<>();
        told.earlier().forEach(mark -> now.put(mark.number(), mark.hash()));
        now.put(told.number(), told.hash());
        return known.marks().stream()
                .filter(mark -> mark.number() > told.number()
                        || !Objects.requireNonNullElse(now.get(mark.number()), mark.hash())
                                .equals(mark.hash()))
                .mapToLong(AuditSeal.Mark::number)
                .findFirst();
    }

    private static List<AuditSeal.Mark> marks(@Nullable Witness known, AuditSeal.Told told) {
        List<AuditSeal.Mark> all = Stream.concat(
                        Optional.ofNullable(known).stream()
                                .flatMap(witness -> witness.marks().stream())
                                .filter(mark -> mark.number() < told.number()),
                        Stream.of(new AuditSeal.Mark(told.number(), told.hash())))
                .toList();
        return all.subList(Math.max(0, all.size() - MOST_MARKS), all.size());
    }

    /** What was noted of each other service, by its name. */
    List<Witness> all() {
        return store.findAll(Witness.class).stream()
                .sorted(Comparator.comparing(Witness::service))
                .toList();
    }

    long differing() {
        return all().stream().filter(witness -> witness.differsAt() != null).count();
    }

    /** Somebody has looked into it: the next difference is told again. */
    void settle(String service) {
        Witness known = store.findById(service, Witness.class);
        if (known != null) {
            store.save(new Witness(service, known.at(), known.marks(), null, null));
        }
    }
}
