package fr.agora.gateway.pages;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes what the gateway refuses: each in the figure {@code agora.gateway.refusals}, and in the log one line a second of
 * each reason, with how many went before it unsaid. A line says where, by the first word of the path, and never who.
 */
@Component
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Set<Notice> NOTED = EnumSet.of(
            Notice.CROSS_SITE,
            Notice.LOGIN_TOO_OLD,
            Notice.MALFORMED_REQUEST,
            Notice.BODY_TOO_LARGE,
            Notice.TOO_MANY_REQUESTS,
            Notice.LOGIN_FAILED);
    private static final long BETWEEN_LINES = Duration.ofSeconds(1).toNanos();
    private static final Pattern WORD = Pattern.compile("/(api/)?[a-z-]{1,30}(?=/|$)");

    private final MeterRegistry metrics;
    private final Map<Notice, Unsaid> unsaid = new EnumMap<>(Notice.class);

    Refusals(MeterRegistry metrics) {
        this.metrics = metrics;
        NOTED.forEach(notice -> {
            unsaid.put(notice, new Unsaid());
            metrics.counter("agora.gateway.refusals", "reason", notice.code());
        });
    }

    void note(Notice notice, HttpServletRequest request) {
        var known = unsaid.get(notice);
        if (known == null) {
            return;
        }
        metrics.counter("agora.gateway.refusals", "reason", notice.code()).increment();
        var before = known.countBeforeLine(System.nanoTime());
        if (before >= 0) {
            LOG.warn(
                    "A request is refused. reason={} method={} place={} unsaid={}",
                    notice.code(),
                    method(request),
                    place(request.getRequestURI()),
                    before);
        }
    }

    private static String method(HttpServletRequest request) {
        var method = request.getMethod();
        return method.matches("[A-Z]{1,10}") ? method : "?";
    }

    /** Whatever follows may be a name, or a line of somebody's making. */
    static String place(String path) {
        var word = WORD.matcher(path);
        return word.lookingAt() ? word.group() : "?";
    }

    private static final class Unsaid {

        private long count;
        private long next = Long.MIN_VALUE;

        /** -1 when nothing is to be said yet. */
        synchronized long countBeforeLine(long now) {
            if (next != Long.MIN_VALUE && now - next < 0) {
                count++;
                return -1;
            }
            var before = count;
            count = 0;
            next = now + BETWEEN_LINES;
            return before;
        }
    }
}
