package fr.agora.jobs.offer.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own offers, whatever their state. */
public record OfferDeskPage(
        List<OfferCard> offers,
        @Nullable String next,
        @Nullable String first) {}
