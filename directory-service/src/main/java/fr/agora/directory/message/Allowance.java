package fr.agora.directory.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What an account sent of late: so many an hour, so many a day.
 *
 * @param opened when conversations were begun, within a day
 * @param answered when answers were written, within a day
 */
@Document("message_allowances")
record Allowance(@Id String accountId, @Version @Nullable Long lock, List<Instant> opened, List<Instant> answered) {

    static final int OPENED_AN_HOUR = 5;
    static final int OPENED_A_DAY = 20;
    static final int ANSWERED_AN_HOUR = 30;
    static final int ANSWERED_A_DAY = 150;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    static Allowance of(String accountId) {
        return new Allowance(accountId, null, List.of(), List.of());
    }

    boolean mayOpen(Instant now) {
        return isWithin(opened, now, OPENED_AN_HOUR, OPENED_A_DAY);
    }

    boolean mayAnswer(Instant now) {
        return isWithin(answered, now, ANSWERED_AN_HOUR, ANSWERED_A_DAY);
    }

    private static boolean isWithin(List<Instant> sent, Instant now, int anHour, int aDay) {
        return since(sent, now, HOUR).count() < anHour && since(sent, now, DAY).count() < aDay;
    }

    private static Stream<Instant> since(List<Instant> sent, Instant now, Duration time) {
        return sent.stream().filter(each -> each.isAfter(now.minus(time)));
    }

    Allowance withOpened(Instant now) {
        return new Allowance(accountId, lock, more(opened, now), answered);
    }

    Allowance withAnswered(Instant now) {
        return new Allowance(accountId, lock, opened, more(answered, now));
    }

    private static List<Instant> more(List<Instant> sent, Instant now) {
        return Stream.concat(since(sent, now, DAY), Stream.of(now)).toList();
    }
}
