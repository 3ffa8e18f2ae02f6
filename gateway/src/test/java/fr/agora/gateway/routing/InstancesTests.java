package fr.agora.gateway.routing;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import fr.agora.gateway.Platform;
import fr.agora.local.process.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Neighbours of two instances each, of which one is well, and the other not there or dying under each request. */
class InstancesTests {

    private static final WireMockServer first =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private static final WireMockServer second =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private static DyingServer dying;
    private static DyingServer dyingToo;
    private static Platform platform;

    @BeforeAll
    static void open() throws IOException {
        first.start();
        second.start();
        dying = new DyingServer();
        dyingToo = new DyingServer();
        platform = Platform.with(
                "--agora.neighbours.read-timeout=10s",
                "--agora.neighbours.directory=" + first.baseUrl() + "," + second.baseUrl(),
                "--agora.neighbours.projects=http://127.0.0.1:" + Ports.free() + "," + first.baseUrl(),
                "--agora.neighbours.jobs=" + dying.uri() + "," + first.baseUrl(),
                "--agora.neighbours.search=" + dyingToo.uri() + "," + first.baseUrl());
        first.stubFor(any(anyUrl()).willReturn(ok("la première")));
        second.stubFor(any(anyUrl()).willReturn(ok("la seconde")));
    }

    @AfterAll
    static void close() throws IOException {
        platform.close();
        dying.close();
        dyingToo.close();
        first.stop();
        second.stop();
    }

    @Test
    void theInstancesAnswerInTurnUntilOneSaysThatItLeaves() {
        assertThat(answers("/annuaire", 4)).containsExactlyInAnyOrder("la première", "la seconde");

        second.stubFor(any(anyUrl()).willReturn(ok("adieu").withHeader("X-Agora-Leaving", "1")));
        Set<String> farewell = answers("/annuaire", 2);
        Set<String> afterwards = answers("/annuaire", 6);

        assertThat(farewell).containsExactlyInAnyOrder("la première", "adieu");
        assertThat(afterwards).containsExactly("la première");
    }

    @Test
    void whatAnAbsentInstanceWasToGetAnotherGetsWhateverItIs() {
        for (int i = 0; i < 4; i++) {
            assertThat(platform.post("/api/projects/use-cases", "brique " + i).status())
                    .isEqualTo(200);
            assertThat(platform.get("/cas-usage").body()).isEqualTo("la première");
        }
        assertThat(first.getAllServeEvents())
                .filteredOn(event -> event.getRequest().getUrl().equals("/api/projects/use-cases"))
                .extracting(event -> event.getRequest().getBodyAsString())
                .containsExactlyInAnyOrder("brique 0", "brique 1", "brique 2", "brique 3");
    }

    @Test
    void aReadThatMetADyingInstanceIsAskedOnceMoreElsewhere() {
        int before = dying.seen();

        assertThat(answers("/offres", 4)).containsExactly("la première");
        assertThat(dying.seen() - before).isEqualTo(1);
    }

    @Test
    void aWriteThatMetADyingInstanceIsNotSentAgain() {
        int before = dyingToo.seen();

        assertThat(platform.post("/api/search/alerts", "{}").status()).isEqualTo(502);
        assertThat(dyingToo.seen() - before).isEqualTo(1);
        assertThat(first.getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl())
                .doesNotContain("/api/search/alerts");
        assertThat(platform.post("/api/search/alerts", "{}").body())
                .as("the next one goes to who is there")
                .isEqualTo("la première");
    }

    private static Set<String> answers(String path, int times) {
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < times; i++) {
            answers.add(platform.get(path).body());
        }
        return answers;
    }

    /** Takes a request and ends the connection without a word. */
    private static final class DyingServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0);
        private final AtomicInteger seen = new AtomicInteger();

        DyingServer() throws IOException {
            Thread.ofVirtual().start(this::die);
        }

        private void die() {
            while (!socket.isClosed()) {
                try (Socket caller = socket.accept()) {
                    InputStream in = caller.getInputStream();
                    if (in.read(new byte[8192]) > 0) {
                        seen.incrementAndGet();
                    }
                } catch (IOException closing) {
                    // the test is over
                }
            }
        }

        String uri() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        int seen() {
            return seen.get();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
