package fr.agora.platform.audit;

import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** How far the chain had grown, told to the other services from time to time: what they noted cannot be changed here. */
@Document("audit_seals")
class AuditSeal extends OutboxDocument {

    static final FactType SEALED = new FactType("agora.platform.audit-sealed.v1");
    private static final int MOST_MARKS = 24;

    /**
     * An entry as it is now.
     *
     * @param hash empty where it is gone
     */
    record Mark(long number, String hash) {}

    /** The fact's data; earlier places are read again, not remembered, so that a rewritten chain betrays itself. */
    record Told(String id, long number, String hash, Instant sealedAt, List<Mark> earlier) {}

    @Id
    private final String service;

    private List<Long> places = new ArrayList<>();

    AuditSeal(String service) {
        this.service = service;
    }

    boolean isAt(long number) {
        return !places.isEmpty() && places.getLast() == number;
    }

    /** @param hashes what the chain says at a place now, empty where nothing is there */
    void seal(AuditEntry head, long oldest, LongFunction<String> hashes, Clock clock) {
        List<Mark> earlier = places.stream()
                .filter(place -> place >= oldest && place != head.number())
                .map(place -> new Mark(place, hashes.apply(place)))
                .toList();
        nextRevision();
        announce(SEALED, service, new Told(service, head.number(), head.hash(), clock.instant(), earlier), clock);
        places.removeIf(place -> place < oldest || place >= head.number());
        places.add(head.number());
        while (places.size() > MOST_MARKS) {
            places.removeFirst();
        }
    }
}
