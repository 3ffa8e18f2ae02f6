package fr.agora.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.agora.platform.tls.Authority;
import fr.agora.platform.tls.TlsDoor;
import fr.agora.platform.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line to the index, behind a door that demands a certificate. */
class EncryptedIndexTests {

    private final Authority authority = new Authority("the deployment");
    private final Authority another = new Authority("somebody else");
    private HttpServer index;

    @BeforeEach
    void start() throws IOException {
        index = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        index.createContext("/", exchange -> {
            byte[] answer = "{\"acknowledged\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        index.start();
    }

    @AfterEach
    void stop() {
        index.stop(0);
    }

    private Engine engine(TlsDoor door) {
        IndexSettings settings = new IndexSettings(
                URI.create("https://localhost:" + door.port()),
                "agora",
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1));
        return new Engine(
                settings,
                authority.lines(authority.certify("search-service", "elsewhere")),
                Tracing.none(),
                new SimpleMeterRegistry());
    }

    private TlsDoor door(Authority by, String host) {
        return TlsDoor.before(index.getAddress().getPort(), by.context(by.certify("index", host)));
    }

    @Test
    void theIndexIsAskedOverAnEncryptedLineThatShowsOurCertificate() throws Exception {
        try (TlsDoor door = door(authority, "localhost");
                Engine engine = engine(door)) {
            assertThat(engine.manage("GET", "/_cluster/health", null).status()).isEqualTo(200);
            assertThat(door.entered()).containsExactly("CN=search-service");
        }
    }

    @Test
    void anIndexOfAnotherAuthorityOrAnotherNameIsNotAsked() throws Exception {
        try (TlsDoor ofAnotherAuthority = door(another, "localhost");
                Engine misled = engine(ofAnotherAuthority)) {
            assertThatThrownBy(() -> misled.manage("GET", "/_cluster/health", null))
                    .isInstanceOf(IndexUnavailable.class)
                    .rootCause()
                    .hasMessageContaining("unable to find valid certification path");
        }
        try (TlsDoor ofAnotherName = door(authority, "other-index");
                Engine misled = engine(ofAnotherName)) {
            assertThatThrownBy(() -> misled.manage("GET", "/_cluster/health", null))
                    .isInstanceOf(IndexUnavailable.class)
                    .rootCause()
                    .hasMessageContaining("No subject alternative DNS name matching localhost");
        }
    }
}
