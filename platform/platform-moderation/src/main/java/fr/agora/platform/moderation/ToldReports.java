package fr.agora.platform.moderation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Reports of a service that has no queue: told as facts to the one that has. */
final class ToldReports implements Reports {

    private final String service;
    private final MongoTemplate store;
    private final Clock clock;

    ToldReports(String service, MongoTemplate store, Clock clock) {
        this.service = service;
        this.store = store;
        this.clock = clock;
        // known from the start: the relay asks which documents have an outbox
        store.getConverter().getMappingContext().getPersistentEntity(ContentReport.class);
    }

    @Override
    public boolean take(Reportable item, ReportReason reason, @Nullable String text, CurrentUser by) {
        try {
            // saved, not inserted: only a save tells the relay
            store.save(ContentReport.of(OpaqueId.next("rp"), service, item, reason, text, by.accountId(), clock));
            return true;
        } catch (DuplicateKeyException waiting) {
            return false;
        }
    }

    /** Decided: whoever reported it before may report what it becomes. One whose fact has yet to leave stays so long. */
    void decided(String kind, String itemId, Instant at) {
        store.remove(
                new Query(where("kind")
                        .is(kind)
                        .and("itemId")
                        .is(itemId)
                        .and("at")
                        .lte(at)
                        .and("outbox")
                        .size(0)),
                ContentReport.class);
    }

    void forget(String account) {
        store.remove(new Query(where("reporter").is(account)), ContentReport.class);
    }

    void forgetBefore(Instant moment) {
        store.remove(new Query(where("at").lt(moment).and("outbox").size(0)), ContentReport.class);
    }
}
