package fr.agora.directory.mandate;

/** Where a mandate stands in its life. */
public enum MandateState {
    /** Waits for the holder's word. */
    PROPOSED,
    ACTIVE,
    SUSPENDED,
    ENDED,
    REFUSED;

    public boolean isOver() {
        return this == ENDED || this == REFUSED;
    }
}
