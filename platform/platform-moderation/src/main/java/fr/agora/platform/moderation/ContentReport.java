package fr.agora.platform.moderation;

import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** That somebody reported an item, until it is decided; what they wrote leaves with the fact and is not kept. */
@Document("content_reports")
@CompoundIndex(name = "of_item", def = "{'kind': 1, 'itemId': 1, 'at': 1}")
class ContentReport extends OutboxDocument {

    @Id
    private final String id;

    private final String kind;
    private final String itemId;

    @Indexed
    private final String reporter;

    /** Unlike any other's: two at once are one. */
    @Indexed(unique = true)
    private final String key;

    @Indexed
    private final Instant at;

    ContentReport(String id, String kind, String itemId, String reporter, String key, Instant at) {
        this.id = id;
        this.kind = kind;
        this.itemId = itemId;
        this.reporter = reporter;
        this.key = key;
        this.at = at;
    }

    /** The data of the fact; people are opaque accounts in it. */
    private record Told(
            String id,
            String kind,
            String itemId,
            String title,
            String url,
            ReportReason reason,
            @Nullable String text,
            Person reporter,
            @Nullable Person author,
            Instant reportedAt) {}

    private record Person(String accountId) {}

    static ContentReport of(
            String id,
            String service,
            Reportable item,
            ReportReason reason,
            @Nullable String text,
            String reporter,
            Clock clock) {
        Instant now = clock.instant();
        String key = item.kind() + ":" + item.id() + ":" + reporter;
        ContentReport report = new ContentReport(id, item.kind(), item.id(), reporter, key, now);
        report.nextRevision();
        report.announce(
                new FactType("agora." + service + ".content-reported.v1"),
                id,
                new Told(
                        id,
                        item.kind(),
                        item.id(),
                        item.title(),
                        item.url(),
                        reason,
                        text,
                        new Person(reporter),
                        item.author() == null ? null : new Person(item.author()),
                        now),
                clock);
        return report;
    }
}
