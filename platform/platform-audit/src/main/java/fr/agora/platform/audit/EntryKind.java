package fr.agora.platform.audit;

/** What an entry says of a request. */
public enum EntryKind {
    /** It reached whoever handles it; written before anything changes, so that a killed process leaves this. */
    BEGUN,
    /** It was answered. */
    ENDED,
    /** It was turned away before it reached anybody. */
    REFUSED,
    /** It was begun, and its end never came. */
    INTERRUPTED,
    /** Older entries were removed at the end of their time; vouches for the hash of the last of them. */
    CHECKPOINT
}
