package fr.agora.platform.messaging;

/** What became of a message handed to the broker. */
sealed interface Publication {

    /** The broker has it, in at least one queue. */
    record Confirmed() implements Publication {}

    /** The broker has it nowhere: no queue is bound, or the queue named is gone. */
    record Unroutable(String reason) implements Publication {}

    /** The broker refused it, went away, or did not answer in time; it may or may not be there. */
    record Unconfirmed(String reason) implements Publication {}

    default boolean isConfirmed() {
        return this instanceof Confirmed;
    }
}
