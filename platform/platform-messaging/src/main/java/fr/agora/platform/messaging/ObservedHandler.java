package fr.agora.platform.messaging;

import fr.agora.platform.tracing.Traced;
import fr.agora.platform.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A handler whose facts are told of: each in the trace of its cause, and how long it took to get here. */
final class ObservedHandler implements FactHandler {

    private final String queue;
    private final FactHandler handler;
    private final Tracing tracing;
    private final Timer delay;
    private final Clock clock;

    ObservedHandler(String queue, FactHandler handler, Tracing tracing, MeterRegistry meters, Clock clock) {
        this.queue = queue;
        this.handler = handler;
        this.tracing = tracing;
        this.clock = clock;
        this.delay = Timer.builder("agora.facts.delay")
                .description("From the moment a fact was announced to the one it was taken in")
                .tag("queue", queue)
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1))
                .register(meters);
    }

    @Override
    public void handle(List<Fact> facts) {
        traced(facts);
        var now = clock.instant();
        // a clock ahead of ours makes a delay below zero, which a timer does not take
        facts.forEach(fact -> delay.record(Duration.between(fact.time(), now)));
    }

    private void traced(List<Fact> facts) {
        if (!tracing.isOn()) {
            handler.handle(facts);
            return;
        }
        var begun = new ArrayList<Traced>();
        try {
            facts.forEach(fact -> begun.add(
                    of(tracing.begin(SpanKind.CONSUMER, "process " + fact.type().routingKey(), fact.traceparent()))));
            if (facts.size() > 1) {
                // one write for all of them belongs to no single cause
                var causes = begun.stream().map(Traced::traceparent).toList();
                begun.add(of(tracing.beginFor(SpanKind.CONSUMER, "process batch", causes)
                        .with("messaging.batch.message_count", facts.size())));
            }
            handler.handle(facts);
        } catch (RuntimeException e) {
            begun.forEach(traced -> traced.failed(e));
            throw e;
        } finally {
            begun.reversed().forEach(Traced::close);
        }
    }

    private Traced of(Traced traced) {
        return traced.with("messaging.system", "rabbitmq").with("messaging.destination.name", queue);
    }
}
