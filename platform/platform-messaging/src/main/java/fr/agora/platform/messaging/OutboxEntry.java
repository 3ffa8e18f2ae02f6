package fr.agora.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact waiting inside its document to be published, already in its final bytes.
 *
 * @param id the fact's identity on the wire
 * @param type {@code agora.<owner>.<fact>.v1}
 * @param routingKey what queues bind on
 * @param payload the CloudEvents envelope as JSON in UTF-8, never written again
 * @param revision the aggregate's revision the fact tells of
 * @param occurredAt when it was announced; the oldest is published first
 * @param traceparent W3C trace context of the request that caused it
 * @param parked why the relay gave up on it; absent while it waits
 */
public record OutboxEntry(
        String id,
        String type,
        String routingKey,
        byte[] payload,
        long revision,
        Instant occurredAt,
        @Nullable String traceparent,
        @Nullable String parked) {

    /** The envelope as text, for tests and eyes. */
    public String json() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutboxEntry entry && entry.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "%s %s revision=%d".formatted(type, id, revision);
    }
}
