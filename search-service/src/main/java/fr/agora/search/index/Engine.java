package fr.agora.search.index;

import fr.agora.platform.tls.InsideLines;
import fr.agora.platform.tracing.Traceparent;
import fr.agora.platform.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson3.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one way to OpenSearch: every call has a timeout, and its absence has one name. */
@Component
public final class Engine implements AutoCloseable {

    private final JsonMapper json = JsonMapper.builder()
            // a hit is read out of the middle of the answer: what follows it is none of its business
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final Tracing tracing;
    private final Timer searches;
    private final OpenSearchClient writing;
    private final OpenSearchClient searching;

    Engine(IndexSettings settings, InsideLines lines, Tracing tracing, MeterRegistry metrics) {
        this.tracing = tracing;
        this.searches = metrics.timer("agora.index.searches");
        var builder = ApacheHttpClient5TransportBuilder.builder(HttpHost.create(settings.uri()))
                .setMapper(new JacksonJsonpMapper(json))
                .setConnectionConfigCallback(config -> config.setConnectTimeout(timeout(settings.connectTimeout())))
                .setRequestConfigCallback(config -> config.setResponseTimeout(timeout(settings.writeTimeout()))
                        .setConnectionRequestTimeout(timeout(settings.searchTimeout())));
        if (lines.areEncrypted()) {
            builder.setHttpClientConfigCallback(client -> client.setConnectionManager(encrypted(settings, lines)));
        }
        var transport = builder.build();
        var patience = ApacheHttpClient5Options.DEFAULT.toBuilder();
        patience.setRequestConfig(RequestConfig.custom()
                .setResponseTimeout(timeout(settings.searchTimeout()))
                .setConnectionRequestTimeout(timeout(settings.searchTimeout()))
                .build());
        writing = new OpenSearchClient(transport);
        searching = new OpenSearchClient(transport, patience.build());
    }

    /** As the transport makes it, with our authorities in place of the JDK's. */
    private static AsyncClientConnectionManager encrypted(IndexSettings settings, InsideLines lines) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(ApacheHttpClient5TransportBuilder.DEFAULT_MAX_CONN_PER_ROUTE)
                .setMaxConnTotal(ApacheHttpClient5TransportBuilder.DEFAULT_MAX_CONN_TOTAL)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings.connectTimeout()))
                        .build())
                .setTlsStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(lines.context())
                        .buildAsync())
                .build();
    }

    private static Timeout timeout(java.time.Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    /** Asks with the patience of a reader; while the engine is known to be away, without even asking. */
    public <T> T search(Call<T> call) {
        breaker.check();
        try {
            var begun = System.nanoTime();
            var answer = ask("search index", searching, call);
            searches.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            breaker.answered();
            return answer;
        } catch (IndexUnavailable e) {
            breaker.failed();
            throw e;
        }
    }

    <T> T write(Call<T> call) {
        return ask("write index", writing, call);
    }

    private <T> T ask(String name, OpenSearchClient client, Call<T> call) {
        try (var traced = tracing.begin(SpanKind.CLIENT, name, Traceparent.current())) {
            traced.with("db.system.name", "opensearch");
            try {
                return answer(client, call);
            } catch (RuntimeException e) {
                traced.failed(e);
                throw e;
            }
        }
    }

    private static <T> T answer(OpenSearchClient client, Call<T> call) {
        try {
            return call.on(client);
        } catch (IOException e) {
            throw new IndexUnavailable("The index does not answer", e);
        } catch (OpenSearchException e) {
            if (isPassing(e.status())) {
                throw new IndexUnavailable("The index answers " + e.status(), e);
            }
            throw e;
        }
    }

    /** A missing index counts: it is being made, or has just been swapped. */
    static boolean isPassing(int status) {
        return status == 404 || status == 408 || status == 429 || status >= 500;
    }

    /** Changes or reads the engine's state; the answer's status is for the caller to judge, save that it is there. */
    Answer manage(String method, String path, @Nullable Object body) {
        return write(client -> {
            var request = Requests.builder().method(method).endpoint(path);
            if (body != null) {
                request.json(json.writeValueAsString(body));
            }
            try (var response = client.generic().execute(request.build())) {
                var text = response.getBody()
                        .map(content -> content.bodyAsString())
                        .orElse("");
                if (response.getStatus() == 429 || response.getStatus() >= 500) {
                    throw new IndexUnavailable("The index answers " + response.getStatus());
                }
                return new Answer(
                        response.getStatus(), text.startsWith("{") ? json.readTree(text) : json.readTree("{}"));
            }
        });
    }

    @Override
    public void close() throws Exception {
        writing._transport().close();
    }

    /** One question to the engine. */
    @FunctionalInterface
    public interface Call<T> {
        T on(OpenSearchClient client) throws IOException;
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {

        boolean isDone() {
            return status < 300;
        }

        Answer orThrow() {
            if (!isDone()) {
                throw new IllegalStateException("The index refuses: %d %s"
                        .formatted(status, body.at("/error/reason").asString("")));
            }
            return this;
        }
    }

    static Map<String, Object> object(Object... pairs) {
        var object = new java.util.LinkedHashMap<String, Object>();
        for (int at = 0; at < pairs.length; at += 2) {
            object.put((String) pairs[at], pairs[at + 1]);
        }
        return object;
    }
}
