package fr.agora.directory.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * From when to when, both days included. Kept as ISO texts: they sort as days do, and a day stays the same day whatever
 * the time zone of whoever reads the store.
 *
 * @param startsOn first day
 * @param lastDay last day; {@link #OPEN} while no end is known, which is in force, not over
 */
public record Term(String startsOn, String lastDay) {

    static final String OPEN = "9999-12-31";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    public static Term of(LocalDate startsOn, @Nullable LocalDate endsOn) {
        return new Term(startsOn.toString(), endsOn == null ? OPEN : endsOn.toString());
    }

    /** The day it is where mandates are valid. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(PARIS));
    }

    public LocalDate start() {
        return LocalDate.parse(startsOn);
    }

    /** Null while open. */
    public @Nullable LocalDate end() {
        return lastDay.equals(OPEN) ? null : LocalDate.parse(lastDay);
    }

    public boolean covers(LocalDate day) {
        return startsOn.compareTo(day.toString()) <= 0 && lastDay.compareTo(day.toString()) >= 0;
    }

    boolean isOverOn(LocalDate day) {
        return lastDay.compareTo(day.toString()) < 0;
    }

    boolean overlaps(Term other) {
        return startsOn.compareTo(other.lastDay) <= 0 && other.startsOn.compareTo(lastDay) <= 0;
    }

    Term until(LocalDate end) {
        return new Term(startsOn, end.toString());
    }
}
