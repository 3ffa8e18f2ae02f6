package fr.agora.projects.reuse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One moment of a reuse's life.
 *
 * @param by account that acted, never shown; absent where time did
 * @param reason in the words of whoever contested or settled
 */
public record ReuseStep(
        ReuseState state,
        Instant at,
        @Nullable String by,
        @Nullable String reason) {}
