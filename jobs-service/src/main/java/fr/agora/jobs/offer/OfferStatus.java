package fr.agora.jobs.offer;

/** Where an offer stands in its life. */
public enum OfferStatus {
    DRAFT,
    /** A moderator has to read it first. */
    IN_REVIEW,
    PUBLISHED,
    /** Taken off by a moderator, who alone can put it back. */
    SUSPENDED,
    /** Taken off by its author, as if it had never been there. */
    WITHDRAWN,
    /** Somebody was found. */
    FILLED,
    /** Its last day is past. */
    EXPIRED,
    ARCHIVED;

    /** Over for good, as far as readers are concerned. */
    public boolean isClosed() {
        return switch (this) {
            case FILLED, EXPIRED, ARCHIVED -> true;
            case DRAFT, IN_REVIEW, PUBLISHED, SUSPENDED, WITHDRAWN -> false;
        };
    }
}
