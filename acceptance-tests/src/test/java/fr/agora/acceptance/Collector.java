package fr.agora.acceptance;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Takes the spans of the platform the tests started, the last of them. For one that runs already say where it sends
 * them: {@code -Dagora.collector=<port>}.
 */
final class Collector {

    private static final int KEPT = 20_000;

    private static Collector running;

    private final Deque<Told> spans = new ArrayDeque<>();
    private final HttpServer server;

    private Collector(HttpServer server) {
        this.server = server;
    }

    /**
     * One span.
     *
     * @param details its attributes as text
     */
    record Told(String service, String name, String trace, String span, String parent, String details) {}

    static synchronized Collector running() {
        if (running == null) {
            try {
                HttpServer server = HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), Integer.getInteger("agora.collector", 0)),
                        0);
                Collector collector = new Collector(server);
                server.createContext("/v1/traces", exchange -> {
                    collector.take(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
                server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                server.start();
                running = collector;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    private synchronized void take(ExportTraceServiceRequest request) {
        request.getResourceSpansList().forEach(resource -> {
            String service = resource.getResource().getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals("service.name"))
                    .map(attribute -> attribute.getValue().getStringValue())
                    .findFirst()
                    .orElse("");
            resource.getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .map(span -> new Told(
                            service,
                            span.getName(),
                            hex(span.getTraceId()),
                            hex(span.getSpanId()),
                            hex(span.getParentSpanId()),
                            span.getAttributesList() + " " + span.getStatus()))
                    .forEach(spans::add);
        });
        while (spans.size() > KEPT) {
            spans.remove();
        }
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    synchronized List<Told> spans() {
        return List.copyOf(spans);
    }
}
