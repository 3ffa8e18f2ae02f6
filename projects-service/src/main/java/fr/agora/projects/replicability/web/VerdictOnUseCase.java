package fr.agora.projects.replicability.web;

import org.jspecify.annotations.Nullable;

/**
 * What the page of a use case shows of its reviews.
 *
 * @param verdict in the page's words; absent while there is none
 */
public record VerdictOnUseCase(
        @Nullable String verdict, @Nullable String day, String href, boolean mayReview) {}
