package fr.agora.platform.tracing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The W3C trace context of the work at hand, carried as text from request to fact to consumer. */
public final class Traceparent {

    /** Key in the logging context, and name of the HTTP header. */
    public static final String NAME = "traceparent";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** The one of the current thread, if a request or a fact brought any. */
    public static @Nullable String current() {
        return MDC.get(NAME);
    }

    /** Runs the work under a trace context; anything malformed is as good as none. */
    public static void during(@Nullable String traceparent, Runnable work) {
        if (!isValid(traceparent)) {
            work.run();
            return;
        }
        try (var ignored = MDC.putCloseable(NAME, traceparent)) {
            work.run();
        }
    }

    /** Whether the text has the form of a trace context. */
    public static boolean isValid(@Nullable String traceparent) {
        return traceparent != null && FORM.matcher(traceparent).matches();
    }
}
