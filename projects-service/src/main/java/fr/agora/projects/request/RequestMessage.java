package fr.agora.projects.request;

import java.time.Instant;

/** One message of a thread, plain text; {@code by} is never shown. */
public record RequestMessage(Side side, String text, Instant at, String by) {}
