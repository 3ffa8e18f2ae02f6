package fr.agora.jobs.tension;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the board needs of an offer.
 *
 * @param open whether readers see it now
 * @param filledOn when somebody was found; absent while nobody was
 */
public record Watched(
        String id,
        String title,
        String family,
        String familyLabel,
        @Nullable String employer,
        Instant publishedAt,
        LocalDate publishedOn,
        boolean open,
        @Nullable LocalDate filledOn) {

    /** After so many days an offer counts as hard to fill. */
    public static final int PATIENCE = 60;

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    public long daysOpen(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(publishedOn, today));
    }

    /** Old enough for one to know whether it was filled in time. */
    boolean isMature(LocalDate today) {
        return daysOpen(today) > PATIENCE;
    }

    boolean wasFilledInTime() {
        return filledOn != null && !filledOn.isAfter(publishedOn.plusDays(PATIENCE));
    }
}
