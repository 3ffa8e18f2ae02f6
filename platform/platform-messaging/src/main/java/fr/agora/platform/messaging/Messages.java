package fr.agora.platform.messaging;

import java.time.Instant;
import java.util.Map;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;

/** Facts in the shape the broker carries. */
final class Messages {

    private static final int LONGEST_CAUSE = 1_000;

    private Messages() {}

    static Message of(OutboxEntry entry) {
        return of(entry.id(), entry.type(), entry.payload());
    }

    static Message of(String id, String type, byte[] payload) {
        return MessageBuilder.withBody(payload)
                .setContentType(Envelope.CONTENT_TYPE)
                .setMessageId(id)
                .setType(type)
                .build();
    }

    static Message with(Message original, Map<String, Object> headers) {
        var copy = MessageBuilder.withBody(original.getBody()).copyProperties(original.getMessageProperties());
        headers.forEach(copy::setHeader);
        return copy.build();
    }

    /** The message as it goes to the parking queue, with what an operator needs to know. */
    static Message parked(Message original, String queue, String cause, Instant now) {
        var shortened = cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE) : cause;
        return with(
                original,
                Map.of(
                        ParkedMessages.CAUSE, shortened,
                        ParkedMessages.QUEUE, queue,
                        ParkedMessages.AT, now.toString()));
    }
}
