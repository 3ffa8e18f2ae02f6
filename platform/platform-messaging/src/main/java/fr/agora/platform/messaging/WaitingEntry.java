package fr.agora.platform.messaging;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** An outbox entry as stored, which may be anything an older version or a hand has written. */
record WaitingEntry(
        String id,
        String type,
        Instant occurredAt,
        @Nullable String routingKey,
        byte @Nullable [] payload,
        @Nullable String parked) {

    static WaitingEntry of(Document stored) {
        var payload = stored.get("payload") instanceof Binary binary ? binary.getData() : null;
        var occurredAt = stored.get("occurredAt") instanceof Date date ? date.toInstant() : Instant.EPOCH;
        return new WaitingEntry(
                String.valueOf(stored.get("_id")),
                String.valueOf(stored.get("type")),
                occurredAt,
                stored.getString("routingKey"),
                payload,
                stored.getString("parked"));
    }

    boolean isParked() {
        return parked != null;
    }

    String reason() {
        return Objects.requireNonNullElse(parked, "");
    }

    /** Why this can never be sent, if so. */
    @Nullable
    String defect(long largest) {
        if (payload == null || routingKey == null || routingKey.isBlank()) {
            return "no payload or no routing key";
        }
        if (payload.length > largest) {
            return "too large: %d bytes > %d".formatted(payload.length, largest);
        }
        try {
            var unused = new FactType(type);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** Only for an entry without defect. */
    Outgoing toOutgoing() {
        var body = Objects.requireNonNull(payload);
        var key = Objects.requireNonNull(routingKey);
        return new Outgoing(new FactType(type).exchange(), key, Messages.of(id, type, body));
    }
}
