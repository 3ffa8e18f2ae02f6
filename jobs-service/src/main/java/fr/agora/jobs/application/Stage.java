package fr.agora.jobs.application;

import org.jspecify.annotations.Nullable;

/** Where an application stands. */
public enum Stage {
    RECEIVED,
    REVIEWING,
    INTERVIEW,
    PROPOSED,
    HIRED,
    REJECTED,
    /** By the candidate. */
    WITHDRAWN;

    /** What usually comes after it, absent where nothing does. */
    public @Nullable Stage next() {
        return switch (this) {
            case RECEIVED -> REVIEWING;
            case REVIEWING -> INTERVIEW;
            case INTERVIEW -> PROPOSED;
            case PROPOSED -> HIRED;
            case HIRED, REJECTED, WITHDRAWN -> null;
        };
    }
}
