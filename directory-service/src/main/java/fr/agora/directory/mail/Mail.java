package fr.agora.directory.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A letter on its way; once it has left, its words are erased. */
@Document("mails")
@CompoundIndex(name = "due", def = "{'state': 1, 'dueAt': 1, '_id': 1}")
@CompoundIndex(name = "claimed", def = "{'state': 1, 'claimedAt': 1}")
@CompoundIndex(name = "done", def = "{'state': 1, 'doneAt': 1}")
class Mail {

    /** Where a letter stands. */
    enum State {
        /** To be sent when it is due. */
        WAITING,
        /** Being handed to the server at this moment, by one instance. */
        CLAIMED,
        /** The server took it. */
        SENT,
        /** The sender died, or the connection broke, while the server was taking it: not tried again, see ADR 17. */
        UNCERTAIN,
        /** Refused for good, or nobody knew where to send it. */
        FAILED
    }

    @Id
    private final String id;

    @Indexed
    private final String receiver;

    private final State state;
    private final Instant postedAt;
    private final Instant dueAt;
    private final int attempts;
    private final @Nullable Letter letter;
    private final @Nullable Instant claimedAt;
    private final @Nullable Instant doneAt;

    Mail(
            String id,
            String receiver,
            State state,
            Instant postedAt,
            Instant dueAt,
            int attempts,
            @Nullable Letter letter,
            @Nullable Instant claimedAt,
            @Nullable Instant doneAt) {
        this.id = id;
        this.receiver = receiver;
        this.state = state;
        this.postedAt = postedAt;
        this.dueAt = dueAt;
        this.attempts = attempts;
        this.letter = letter;
        this.claimedAt = claimedAt;
        this.doneAt = doneAt;
    }

    static Mail posted(Letter letter, Instant now) {
        return new Mail(letter.id(), letter.receiver(), State.WAITING, now, now, 0, letter, null, null);
    }

    String id() {
        return id;
    }

    String receiver() {
        return receiver;
    }

    State state() {
        return state;
    }

    Instant postedAt() {
        return postedAt;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    Letter letter() {
        return letter;
    }
}
