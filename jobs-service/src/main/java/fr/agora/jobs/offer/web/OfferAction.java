package fr.agora.jobs.offer.web;

import org.jspecify.annotations.Nullable;

/**
 * Something a reader may do with an offer beyond reading it, as a button.
 *
 * @param kind {@code primary}, {@code secondary} or {@code tertiary}
 * @param icon of the design system, absent for none
 */
public record OfferAction(
        String label, String href, String kind, @Nullable String icon) {}
