package fr.agora.projects.forms;

import fr.agora.platform.web.FieldProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single fields; a wrong one is noted and something harmless returned, so that all are said at once. */
public final class Written {

    private static final Pattern MAIL = Pattern.compile("\\S@\\S");
    private static final Pattern PHONE = Pattern.compile("(?:\\+|\\b0)[0-9](?:[ .\\-]?[0-9]){7,}");
    private static final int LONGEST_ADDRESS = 500;

    private Written() {}

    /** A text that must be there, without the blanks around it. */
    public static String text(String field, @Nullable String written, int longest, List<FieldProblem> problems) {
        String text = written == null ? "" : written.strip();
        if (text.isEmpty()) {
            problems.add(FieldProblem.of(field, "field.required"));
        } else if (text.length() > longest) {
            problems.add(FieldProblem.of(field, "field.too-long", longest));
        }
        return text;
    }

    /** A day that must be there and not lie ahead. */
    public static LocalDate pastDay(String field, @Nullable String written, Clock clock, List<FieldProblem> problems) {
        if (written == null || written.isBlank()) {
            problems.add(FieldProblem.of(field, "field.required"));
            return LocalDate.EPOCH;
        }
        try {
            LocalDate day = LocalDate.parse(written.strip());
            if (day.isAfter(LocalDate.now(clock))) {
                problems.add(FieldProblem.of(field, "field.future-day"));
            }
            return day;
        } catch (DateTimeException unreadable) {
            problems.add(FieldProblem.of(field, "use-case.date"));
            return LocalDate.EPOCH;
        }
    }

    /** The address of a page elsewhere; it must be secure. */
    public static String link(String field, @Nullable String written, List<FieldProblem> problems) {
        String text = text(field, written, LONGEST_ADDRESS, problems);
        if (!text.isEmpty() && !isSecure(text)) {
            problems.add(FieldProblem.of(field, "field.https"));
        }
        return text;
    }

    private static boolean isSecure(String text) {
        try {
            URI address = new URI(text);
            return "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    /** Whether a text that everybody reads holds somebody's mail or telephone number. */
    public static boolean holdsAnAddress(String text) {
        return MAIL.matcher(text).find() || PHONE.matcher(text).find();
    }
}
