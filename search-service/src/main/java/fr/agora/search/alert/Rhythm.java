package fr.agora.search.alert;

import java.time.Duration;

/** How often at most its owner is told. */
public enum Rhythm {
    AT_ONCE(Duration.ZERO),
    DAILY(Duration.ofDays(1)),
    WEEKLY(Duration.ofDays(7)),
    /** Kept as a bookmark. */
    NEVER(Duration.ZERO);

    private final Duration pause;

    Rhythm(Duration pause) {
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
