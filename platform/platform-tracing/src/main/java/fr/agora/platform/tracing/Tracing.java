package fr.agora.platform.tracing;

import fr.agora.platform.tls.InsideLines;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Begins the spans of one process. While nobody collects them, beginning one does no more than keep its parent's
 * context at hand.
 */
public final class Tracing implements AutoCloseable {

    private final Tracer tracer;
    private final @Nullable SdkTracerProvider provider;

    private Tracing(Tracer tracer, @Nullable SdkTracerProvider provider) {
        this.tracer = tracer;
        this.provider = provider;
    }

    /** Nothing is told. */
    public static Tracing none() {
        return new Tracing(TracerProvider.noop().get("agora"), null);
    }

    static Tracing to(TracingSettings settings, InsideLines lines, String service) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(Objects.requireNonNull(settings.url()).toString())
                .setTimeout(Duration.ofSeconds(5));
        if (lines.areEncrypted()) {
            exporter.setSslContext(lines.context(), lines.trust());
        }
        // bounded: what a slow collector does not take is dropped, never waited for
        var batches = BatchSpanProcessor.builder(exporter.build())
                .setMaxQueueSize(2_048)
                .setScheduleDelay(Duration.ofSeconds(1))
                .build();
        return to(batches, settings.share(), service);
    }

    static Tracing to(SpanProcessor processor, double share, String service) {
        var resource = Resource.getDefault()
                .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)));
        var provider = SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(processor)
                .build();
        return new Tracing(provider.get("agora"), provider);
    }

    /** Whether spans go anywhere. */
    public boolean isOn() {
        return provider != null;
    }

    /**
     * Begins a span and makes it the context at hand until it is closed.
     *
     * @param kind on which side of a conversation it stands
     * @param name few and constant: a method and a route, a queue, never an id
     * @param parent the trace context it belongs to, malformed being as good as none
     */
    public Traced begin(SpanKind kind, String name, @Nullable String parent) {
        var cause = context(parent);
        if (provider == null) {
            return new Traced(Span.getInvalid(), cause == null ? null : parent);
        }
        var builder = tracer.spanBuilder(name).setSpanKind(kind);
        return started(
                cause == null
                        ? builder.setNoParent()
                        : builder.setParent(Context.root().with(Span.wrap(cause))));
    }

    /** A span of work done at once for several causes: it belongs to none and points at all of them. */
    public Traced beginFor(SpanKind kind, String name, List<String> causes) {
        if (provider == null) {
            return new Traced(Span.getInvalid(), null);
        }
        var builder = tracer.spanBuilder(name).setSpanKind(kind).setNoParent();
        causes.forEach(each -> {
            var cause = context(each);
            if (cause != null) {
                builder.addLink(cause);
            }
        });
        return started(builder);
    }

    private static Traced started(SpanBuilder builder) {
        var span = builder.startSpan();
        var context = span.getSpanContext();
        return new Traced(
                span,
                "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex());
    }

    private static @Nullable SpanContext context(@Nullable String traceparent) {
        if (traceparent == null || !Traceparent.isValid(traceparent)) {
            return null;
        }
        var words = traceparent.split("-", -1);
        var context = SpanContext.createFromRemoteParent(
                words[1], words[2], TraceFlags.fromHex(words[3], 0), TraceState.getDefault());
        return context.isValid() ? context : null;
    }

    @Override
    public void close() {
        if (provider != null) {
            provider.shutdown().join(2, TimeUnit.SECONDS);
        }
    }
}
