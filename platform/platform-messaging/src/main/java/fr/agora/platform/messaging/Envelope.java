package fr.agora.platform.messaging;

import fr.agora.platform.tracing.Traceparent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** CloudEvents 1.0 in structured mode, written and read. */
final class Envelope {

    static final String CONTENT_TYPE = "application/cloudevents+json";

    private Envelope() {}

    static OutboxEntry entry(FactType type, String subject, Object data, long revision, Instant time) {
        var id = UUID.randomUUID().toString();
        // the store keeps milliseconds: what is on the wire and what is stored should agree
        var occurredAt = time.truncatedTo(ChronoUnit.MILLIS);
        var traceparent = Traceparent.current();
        return new OutboxEntry(
                id,
                type.value(),
                type.routingKey(),
                write(id, type, subject, data, revision, occurredAt, traceparent),
                revision,
                occurredAt,
                traceparent,
                null);
    }

    private static byte[] write(
            String id,
            FactType type,
            String subject,
            Object data,
            long revision,
            Instant time,
            @Nullable String traceparent) {
        var envelope = FactJson.MAPPER.createObjectNode();
        envelope.put("specversion", "1.0");
        envelope.put("id", id);
        envelope.put("source", type.source());
        envelope.put("type", type.value());
        envelope.put("subject", subject);
        envelope.put("time", time.toString());
        envelope.put("datacontenttype", "application/json");
        envelope.put("dataschema", type.schema());
        envelope.put("revision", revision);
        if (traceparent != null) {
            envelope.put("traceparent", traceparent);
        }
        try {
            envelope.set("data", FactJson.MAPPER.valueToTree(data));
            return FactJson.MAPPER.writeValueAsBytes(envelope);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "The data of %s cannot be written as JSON: %s"
                            .formatted(type, data.getClass().getName()),
                    e);
        }
    }

    /** @throws MalformedFact when it is not an envelope a consumer can work with */
    static Fact read(byte[] payload) {
        try {
            if (!(FactJson.MAPPER.readTree(payload) instanceof ObjectNode envelope)) {
                throw new MalformedFact("not a JSON object");
            }
            return new Fact(
                    text(envelope, "id"),
                    new FactType(text(envelope, "type")),
                    text(envelope, "subject"),
                    OffsetDateTime.parse(text(envelope, "time")).toInstant(),
                    revision(envelope),
                    envelope.path("traceparent").asString(null),
                    data(envelope));
        } catch (JacksonException e) {
            throw new MalformedFact("not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedFact(String.valueOf(e.getMessage()));
        }
    }

    private static String text(ObjectNode envelope, String name) {
        var value = envelope.get(name);
        if (value == null || !value.isString() || value.asString().isBlank()) {
            throw new MalformedFact("no text in \"%s\"".formatted(name));
        }
        return value.asString();
    }

    private static long revision(ObjectNode envelope) {
        var value = envelope.get("revision");
        if (value == null || !value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new MalformedFact("no whole number in \"revision\"");
        }
        return value.asLong();
    }

    private static JsonNode data(ObjectNode envelope) {
        var data = envelope.get("data");
        if (data == null || !data.isObject()) {
            throw new MalformedFact("no object in \"data\"");
        }
        return data;
    }
}
