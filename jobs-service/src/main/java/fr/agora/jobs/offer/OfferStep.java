package fr.agora.jobs.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One dated change in the life of an offer.
 *
 * @param by in which quality, never who
 * @param reason as it was given, for the author's eyes
 */
public record OfferStep(
        Instant at, OfferStatus status, By by, @Nullable String reason) {

    /** In which quality an offer is moved. */
    public enum By {
        AUTHOR,
        MODERATOR,
        IMPORT,
        /** Time passed. */
        CALENDAR
    }
}
