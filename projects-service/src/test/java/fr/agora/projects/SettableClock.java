package fr.agora.projects;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. */
public final class SettableClock extends Clock {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Instant now = noon();

    private static Instant noon() {
        return TODAY.atTime(12, 0).atZone(PARIS).toInstant();
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    public void backToNoon() {
        now = noon();
    }

    @Override
    public ZoneId getZone() {
        return PARIS;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
