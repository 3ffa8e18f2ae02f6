package fr.agora.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.agora.local.process.Ports;
import fr.agora.local.store.WireStore;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.Subscription;
import fr.agora.platform.security.JwtFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = {"agora.index.retry=200ms", "agora.index.prefix=outage"})
@AutoConfigureMockMvc
@Import(JwtFixture.Trusted.class)
@DirtiesContext
class OutageTests {

    private static final int PORT = free();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private List<Subscription> subscriptions;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        properties.add("agora.index.uri", () -> "http://127.0.0.1:" + PORT);
        properties.add("spring.mongodb.uri", () -> WireStore.inMemory().uri("agora_search"));
        properties.add("agora.identity.issuer", () -> JwtFixture.ISSUER);
    }

    @Test
    void theServiceStartsWithoutItsIndexSaysSoAndRecoversByItself() throws Exception {
        var offer = List.of(Facts.offer("o1", "Juriste").fact());
        var jobs = subscriptions.stream()
                .filter(subscription -> subscription.owner().equals("jobs"))
                .findFirst()
                .orElseThrow();

        var api = Asked.get(mvc, "/api/search", null, "q", "juriste");
        var page = mvc.perform(get("/recherche")).andReturn().getResponse();

        assertThat(api.status()).isEqualTo(503);
        assertThat(api.problem()).isEqualTo("urn:agora:problem:temporarily-unavailable");
        assertThat(page.getStatus()).isEqualTo(503);
        assertThat(page.getContentAsString(StandardCharsets.UTF_8)).contains("momentanément indisponible");
        assertThatThrownBy(() -> jobs.handler().handle(offer)).isInstanceOf(DataAccessResourceFailureException.class);

        try (var way = new ServerSocket(PORT, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> forward(way));
            var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            // as the broker does: the same facts again until they are taken
            while (!isTaken(jobs, offer)) {
                assertThat(System.nanoTime()).as("still away").isLessThan(end);
                LockSupport.parkNanos(50_000_000);
            }
            assertThat(Asked.get(mvc, "/api/search", null, "q", "juriste").total())
                    .isEqualTo(1);
        }
    }

    private static boolean isTaken(Subscription subscription, List<Fact> facts) {
        try {
            subscription.handler().handle(facts);
            return true;
        } catch (DataAccessResourceFailureException away) {
            return false;
        }
    }

    private static void forward(ServerSocket way) {
        try {
            while (true) {
                var from = way.accept();
                var to = new Socket("127.0.0.1", SharedNode.get().uri().getPort());
                Thread.ofVirtual().start(() -> pump(from, to));
                Thread.ofVirtual().start(() -> pump(to, from));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // one side left
        }
    }

    private static int free() {
        try {
            return Ports.free();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
