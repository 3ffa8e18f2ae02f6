package fr.agora.projects.request;

/** Where a request stands. */
public enum RequestState {
    OPEN,
    /** Those asked have answered something. */
    IN_DISCUSSION,
    ACCEPTED,
    REFUSED,
    /** Whoever asked no longer needs it. */
    ABANDONED;

    public boolean isOpen() {
        return this == OPEN || this == IN_DISCUSSION;
    }
}
