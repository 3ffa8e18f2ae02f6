package fr.agora.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A stretch of work under one trace context; to be closed by the thread that began it. */
public final class Traced implements AutoCloseable {

    private final Span span;
    private final @Nullable String traceparent;
    private final @Nullable String before;

    Traced(Span span, @Nullable String traceparent) {
        this.span = span;
        this.traceparent = traceparent;
        this.before = MDC.get(Traceparent.NAME);
        if (traceparent != null) {
            MDC.put(Traceparent.NAME, traceparent);
        }
    }

    /** What others are told, so that their work belongs to this; absent when nothing brought a context. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /** What is known of the name only afterwards, such as the route. */
    public Traced named(String name) {
        span.updateName(name);
        return this;
    }

    /** A detail out of a small set of values. */
    public Traced with(String key, String value) {
        span.setAttribute(key, value);
        return this;
    }

    /** A number. */
    public Traced with(String key, long value) {
        span.setAttribute(key, value);
        return this;
    }

    /** It went wrong; the message of an exception stays out, for it may quote what people typed. */
    public void failed(Throwable cause) {
        span.setStatus(StatusCode.ERROR, cause.getClass().getName());
    }

    /** It went wrong, in a word. */
    public void failed(String why) {
        span.setStatus(StatusCode.ERROR, why);
    }

    @Override
    public void close() {
        span.end();
        if (traceparent == null) {
            return;
        }
        if (before == null) {
            MDC.remove(Traceparent.NAME);
        } else {
            MDC.put(Traceparent.NAME, before);
        }
    }
}
