package fr.agora.platform.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.ProblemException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * What an administrator looks for; blank means all.
 *
 * @param account whose deeds
 * @param item identifier of what they were about
 * @param operation method and route, whole
 * @param from first day, in Paris
 * @param to last day, in Paris
 */
public record AuditQuestion(
        @Nullable String account,
        @Nullable String item,
        @Nullable String operation,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    public AuditQuestion {
        account = stripped(account);
        item = stripped(item);
        operation = stripped(operation);
        if (!isADay(from) || !isADay(to)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, isADay(from) ? "to" : "from");
        }
    }

    /** A calendar goes on for a thousand million years, and moments do not. */
    static boolean isADay(@Nullable LocalDate day) {
        return day == null || (day.getYear() >= 1970 && day.getYear() <= 9999);
    }

    private static @Nullable String stripped(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A deed is one line: the end says all its beginning said, and what was begun alone is told once it is sure. */
    Criteria criteria(Optional<Cursor> after) {
        List<Criteria> all = new ArrayList<>();
        all.add(where("kind").in(EntryKind.ENDED, EntryKind.REFUSED, EntryKind.INTERRUPTED, EntryKind.CHECKPOINT));
        after.ifPresent(cursor -> all.add(where("_id").lt(number(cursor))));
        if (account != null) {
            all.add(where("account").is(account));
        }
        if (item != null) {
            all.add(where("subjects").is(item));
        }
        if (operation != null) {
            all.add(where("operation").is(operation));
        }
        if (from != null) {
            all.add(where("at").gte(from.atStartOfDay(PARIS).toInstant()));
        }
        if (to != null) {
            all.add(where("at").lt(to.plusDays(1).atStartOfDay(PARIS).toInstant()));
        }
        return new Criteria().andOperator(all);
    }

    private static long number(Cursor cursor) {
        try {
            return Long.parseLong(cursor.keys().getFirst());
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
    }
}
