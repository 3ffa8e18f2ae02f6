package fr.agora.jobs.offer.web;

import org.jspecify.annotations.Nullable;

/**
 * By whose link a reader came to an offer.
 *
 * @param code of the link, opaque
 * @param by name of whoever relays, absent unless they chose to show it
 */
public record Relayed(String code, @Nullable String by) {}
