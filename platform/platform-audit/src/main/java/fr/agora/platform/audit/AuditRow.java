package fr.agora.platform.audit;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the page.
 *
 * @param roles text keys
 * @param outcome text key
 * @param kind of the badge that shows it
 */
public record AuditRow(
        String when,
        @Nullable String account,
        List<String> roles,
        String operation,
        List<String> subjects,
        String outcome,
        String kind) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss");

    static AuditRow of(AuditEntry entry, Locale locale) {
        return new AuditRow(
                WHEN.withLocale(locale).format(entry.at().atZone(AuditQuestion.PARIS)),
                entry.account(),
                entry.roles().stream().map(role -> "audit.role." + role).toList(),
                entry.operation(),
                entry.kind() == EntryKind.CHECKPOINT ? List.of() : entry.subjects(),
                "audit.outcome." + outcome(entry),
                badge(outcome(entry)));
    }

    static String outcome(AuditEntry entry) {
        return switch (entry.kind()) {
            case CHECKPOINT -> "checkpoint";
            case INTERRUPTED -> "interrupted";
            case REFUSED -> "refused";
            case BEGUN, ENDED -> {
                int status = entry.status() == null ? 0 : entry.status();
                yield status < 400
                        ? "done"
                        : switch (status) {
                            case 401, 403 -> "refused";
                            case 404, 410 -> "absent";
                            case 409, 412 -> "conflict";
                            default -> status < 500 ? "invalid" : "failed";
                        };
            }
        };
    }

    private static String badge(String outcome) {
        return switch (outcome) {
            case "done" -> "success";
            case "refused", "failed" -> "error";
            case "interrupted" -> "warning";
            default -> "info";
        };
    }
}
