package fr.agora.directory.notice;

import fr.agora.directory.notice.Topic.Rhythm;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** When digests leave: at seven in the morning in Paris, the weekly ones on Mondays. */
final class DigestTimes {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private DigestTimes() {}

    /** Null where no digest carries it. */
    static @Nullable Instant next(Rhythm rhythm, Instant now) {
        ZonedDateTime here = now.atZone(PARIS);
        ZonedDateTime today = here.with(MORNING);
        return switch (rhythm) {
            case AT_ONCE, NEVER -> null;
            case DAILY -> (here.isBefore(today) ? today : today.plusDays(1)).toInstant();
            case WEEKLY -> {
                ZonedDateTime monday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                yield (here.isBefore(monday) ? monday : monday.plusWeeks(1)).toInstant();
            }
        };
    }
}
