package fr.agora.projects.reuse;

import java.util.EnumSet;
import java.util.Set;

/** Where a reuse stands. */
public enum ReuseState {
    /** Said by the reusing organisation, vouched for by nobody yet. */
    DECLARED,
    /** Vouched for within the last year: the only one that counts. */
    CONFIRMED,
    /** Confirmed more than a year ago. */
    TO_RECONFIRM,
    /** Nobody confirmed it again in time. */
    EXPIRED,
    /** Those who own the use case say otherwise. */
    CONTESTED,
    WITHDRAWN;

    static final Set<ReuseState> AWAITING_CONFIRMATION = EnumSet.of(DECLARED, TO_RECONFIRM);

    /** Whether it may still become, or is, a confirmed one. */
    public boolean isOpen() {
        return this != EXPIRED && this != WITHDRAWN;
    }
}
