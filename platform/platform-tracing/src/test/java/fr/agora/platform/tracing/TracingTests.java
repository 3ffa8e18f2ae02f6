package fr.agora.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.agora.platform.tls.TlsAutoConfiguration;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TracingTests {

    private static final String CAUSE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String UNSAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private final InMemorySpanExporter told = InMemorySpanExporter.create();
    private Tracing tracing = Tracing.to(SimpleSpanProcessor.create(told), 1, "jobs-service");

    @AfterEach
    void close() {
        tracing.close();
    }

    @Test
    void aSpanBelongsToItsCauseAndIsTheContextOfWhatItDoes() {
        try (Traced request = tracing.begin(SpanKind.SERVER, "POST /offres", CAUSE)) {
            assertThat(Traceparent.current())
                    .isEqualTo(request.traceparent())
                    .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                    .isNotEqualTo(CAUSE);
            tracing.begin(SpanKind.CLIENT, "index", Traceparent.current()).close();
        }

        assertThat(Traceparent.current()).isNull();
        List<SpanData> spans = told.getFinishedSpanItems();
        assertThat(spans).extracting(SpanData::getName).containsExactly("index", "POST /offres");
        assertThat(spans).extracting(SpanData::getTraceId).containsOnly("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(spans.getFirst().getParentSpanId()).isEqualTo(spans.getLast().getSpanId());
        assertThat(spans.getLast().getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    }

    @Test
    void workForSeveralPointsAtThemAll() {
        tracing.beginFor(SpanKind.CONSUMER, "batch", List.of(CAUSE, "not a context"))
                .close();

        SpanData batch = told.getFinishedSpanItems().getFirst();
        assertThat(batch.getTraceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(batch.getLinks())
                .singleElement()
                .satisfies(link -> assertThat(link.getSpanContext().getSpanId()).isEqualTo("00f067aa0ba902b7"));
    }

    @Test
    void whatTheGatewayLeftOutIsToldByNobody() {
        try (Traced request = tracing.begin(SpanKind.SERVER, "GET", UNSAMPLED)) {
            assertThat(request.traceparent()).endsWith("-00");
        }

        assertThat(told.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void aFailureIsToldWithoutItsMessage() {
        try (Traced request = tracing.begin(SpanKind.SERVER, "GET", null)) {
            request.failed(new IllegalStateException("claire.fontaine@exemple"));
        }

        var status = told.getFinishedSpanItems().getFirst().getStatus();
        assertThat(status.getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(status.getDescription()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void withoutACollectorTheContextIsKeptAndPassedOnAsItCame() {
        try (Traced request = Tracing.none().begin(SpanKind.SERVER, "GET", CAUSE)) {
            assertThat(request.traceparent()).isEqualTo(CAUSE);
            assertThat(Traceparent.current()).isEqualTo(CAUSE);
        }
        try (Traced request = Tracing.none().begin(SpanKind.SERVER, "GET", "00-0-0-0")) {
            assertThat(request.traceparent()).isNull();
            assertThat(Traceparent.current()).isNull();
        }
    }

    @Test
    void aNamedCollectorGetsTheSpansByHttp() throws Exception {
        var bodies = new LinkedBlockingQueue<String>();
        HttpServer collector = collector(bodies);
        try {
            URI url = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(TlsAutoConfiguration.class, TracingAutoConfiguration.class))
                    .withPropertyValues(
                            "agora.traces.url=" + url, "agora.traces.share=1", "spring.application.name=jobs-service")
                    .run(context -> context.getBean(Tracing.class)
                            .begin(SpanKind.SERVER, "GET /offres", null)
                            .close());

            assertThat(bodies.poll(10, TimeUnit.SECONDS))
                    .contains("GET /offres")
                    .contains("jobs-service");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void anEmptyAddressMeansNone() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TlsAutoConfiguration.class, TracingAutoConfiguration.class))
                .withPropertyValues("agora.traces.url=")
                .run(context ->
                        assertThat(context.getBean(Tracing.class).isOn()).isFalse());
    }

    @Test
    void aShareBeyondOneIsRefused() {
        assertThatThrownBy(() -> new TracingSettings(null, 1.5)).hasMessageContaining("between 0 and 1: 1.5");
    }

    private static HttpServer collector(LinkedBlockingQueue<String> bodies) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
