package fr.agora.directory.mandate;

import java.time.Instant;

/** One step of a mandate's life. */
public record StateChange(MandateState state, Instant at) {}
