package fr.agora.directory.member;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long ago a person last stood by their profile. */
public enum Freshness {
    CONFIRMED,
    /** For a year: shown as such, and ranked lower. */
    STALE,
    /** For a year and a half: mandates rest. */
    ABANDONED;

    static final int MONTHS_UNTIL_STALE = 12;
    static final int MONTHS_UNTIL_ABANDONED = 18;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    static Freshness of(Instant confirmedAt, LocalDate today) {
        if (confirmedAt.isBefore(before(today, MONTHS_UNTIL_ABANDONED))) {
            return ABANDONED;
        }
        return confirmedAt.isBefore(before(today, MONTHS_UNTIL_STALE)) ? STALE : CONFIRMED;
    }

    /** Whoever confirmed before this moment is past the number of months today. */
    static Instant before(LocalDate today, int months) {
        return today.minusMonths(months).atStartOfDay(PARIS).toInstant();
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, PARIS);
    }
}
