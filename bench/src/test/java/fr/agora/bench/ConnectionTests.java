package fr.agora.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTests {

    private static final int LARGE = 300_000;

    private final Visitors visitors = new Visitors();
    private final Set<String> from = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/counted", exchange -> answer(exchange, 200, "été", true));
        server.createContext("/chunked", exchange -> answer(exchange, 200, "x".repeat(LARGE), false));
        server.createContext("/refused", exchange -> answer(exchange, 429, "slower", true));
        server.createContext("/echo", exchange -> {
            String told = exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, 201, told, true);
        });
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
    }

    @Test
    void answersOfKnownLengthAndInChunksAreReadOnOneConnection() throws IOException {
        try (Caller caller = new Caller(visitors)) {
            assertThat(caller.read(Request.get(uri("/counted")))).isEqualTo("été");
            assertThat(caller.read(Request.get(uri("/chunked")))).hasSize(LARGE).containsOnlyOnce("x".repeat(LARGE));
            assertThat(caller.read(Request.get(uri("/counted")))).isEqualTo("été");
        }

        assertThat(from).hasSize(1);
    }

    @Test
    void bodiesAndHeadersAreSent() throws IOException {
        try (Caller caller = new Caller(visitors)) {
            String told = caller.read(Request.put(uri("/echo"), "{\"title\":\"été\"}", "Authorization", "Bearer x"));

            assertThat(told).isEqualTo("PUT Bearer x {\"title\":\"été\"}");
        }
    }

    @Test
    void aRefusalIsSaidWithItsAddressAndStatus() throws IOException {
        try (Caller caller = new Caller(visitors)) {
            Request request = Request.get(uri("/refused"));

            assertThatThrownBy(() -> caller.read(request))
                    .isInstanceOf(BenchFailure.class)
                    .hasMessage("GET /refused HTTP/1.1 was answered 429: slower");
        }
    }

    @Test
    void anotherVisitorTakesOverBeforeOneHasAskedTooMuch() throws IOException {
        try (Caller caller = new Caller(visitors)) {
            for (int i = 0; i < Visitors.QUESTIONS + 1; i++) {
                caller.ask(Request.get(uri("/counted")));
            }
        }

        assertThat(from).hasSize(2);
    }

    @Test
    void aClosedLoopCountsWhatWasAnswered() throws InterruptedException {
        try (ClosedLoop loop = new ClosedLoop(4, visitors)) {
            Round round = loop.run(Request.get(uri("/counted")), Duration.ofMillis(200));

            assertThat(round.millis()).hasSize(asked.get()).allMatch(millis -> millis > 0);
            assertThat(round.perSecond()).isPositive();
        }
        assertThat(from).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aLoopThatIsRefusedComparesNothing() {
        try (ClosedLoop loop = new ClosedLoop(2, visitors)) {
            Request request = Request.get(uri("/refused"));

            assertThatThrownBy(() -> loop.run(request, Duration.ofSeconds(5))).hasMessageContaining("answered 429");
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange, int status, String text, boolean counted) throws IOException {
        asked.incrementAndGet();
        from.add(exchange.getRemoteAddress().getAddress().getHostAddress());
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, counted ? body.length : 0);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
