package fr.agora.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A public fact as a consumer receives it: perhaps late, perhaps twice, perhaps out of order.
 *
 * @param id identity of the fact, the same at each redelivery
 * @param type what kind of fact
 * @param subject id of what it is about
 * @param time when it happened
 * @param revision the subject's revision; the highest wins
 * @param traceparent W3C trace context of its cause
 * @param data the contract's data
 */
public record Fact(
        String id,
        FactType type,
        String subject,
        Instant time,
        long revision,
        @Nullable String traceparent,
        JsonNode data) {

    /**
     * Reads an envelope.
     *
     * @param envelope CloudEvents 1.0 as JSON in UTF-8
     * @throws MalformedFact when it is not one a consumer can work with
     */
    public static Fact parse(byte[] envelope) {
        return Envelope.read(envelope);
    }

    public boolean is(FactType candidate) {
        return type.equals(candidate);
    }

    /**
     * Reads the data into a small record of the fields the consumer uses; unknown fields are ignored.
     *
     * @throws MalformedFact when a field it does use has the wrong shape
     */
    public <T> T as(Class<T> shape) {
        try {
            return FactJson.MAPPER.treeToValue(data, shape);
        } catch (JacksonException e) {
            throw new MalformedFact(
                    "%s is not a %s: %s".formatted(type, shape.getSimpleName(), e.getOriginalMessage()));
        }
    }

    @Override
    public String toString() {
        // never the data: facts may hold names, and this ends in logs
        return "%s %s subject=%s revision=%d".formatted(type, id, subject, revision);
    }
}
