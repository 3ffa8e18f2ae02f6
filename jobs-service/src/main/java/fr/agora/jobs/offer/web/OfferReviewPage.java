package fr.agora.jobs.offer.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The offers that wait for a moderator. */
public record OfferReviewPage(
        List<OfferCard> offers,
        @Nullable String next,
        @Nullable String first) {}
