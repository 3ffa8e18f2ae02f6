package fr.agora.projects.publicweb;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.agora.projects.publicweb.FetchRefused.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

/** What a fetch takes and what it leaves, against a server of ours that plays the outside. */
@ExtendWith(OutputCaptureExtension.class)
class PublicWebTests {

    private static final String SEEN = "127.0.0.1";

    private final List<String> resolved = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer outside;
    private PublicWeb web;

    @BeforeEach
    void start() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getByName(SEEN), 0), 0);
        outside.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        outside.start();
        web = web(Duration.ofMillis(400), Set.of(port()));
    }

    private PublicWeb web(Duration step, Set<Integer> ports) {
        PublicWebSettings settings =
                new PublicWebSettings(step, step.multipliedBy(9).dividedBy(4), DataSize.ofKilobytes(4), 3, ports);
        // the only outside there is here; every other loopback address stays forbidden
        return new PublicWeb(
                settings, new Names(), address -> address.getHostAddress().equals(SEEN));
    }

    @AfterEach
    void stop() throws IOException {
        web.close();
        outside.stop(0);
    }

    @Test
    void aTextIsFetchedByTheNameItWasAskedFor() {
        answers("/publiccode.yml", 200, "name: Haies");

        PublicFile file = web.fetch(at("/publiccode.yml"));

        assertThat(file.text()).isEqualTo("name: Haies");
        assertThat(asked).containsExactly("depot.exemple:" + port() + "/publiccode.yml");
    }

    @Test
    void aNameThatLeadsInsideIsNotCalled() {
        refused("http://dedans.exemple:" + port() + "/", Reason.NOT_PUBLIC);
        refused("http://les-deux.exemple:" + port() + "/", Reason.NOT_PUBLIC);

        assertThat(asked).isEmpty();
    }

    @Test
    void aNameThatChangesAfterItWasCheckedIsStillTheAddressThatWasChecked() {
        answers("/a", 200, "bien");

        assertThat(web.fetch("http://changeant.exemple:" + port() + "/a").text())
                .isEqualTo("bien");

        assertThat(resolved).containsExactly("changeant.exemple");
        refused("http://changeant.exemple:" + port() + "/a", Reason.NOT_PUBLIC);
    }

    @Test
    void aRedirectIsFollowedThreeTimesAndCheckedEachTime() {
        answers("/fin", 200, "arrivé");
        redirects("/1", "/2");
        redirects("/2", at("/3"));
        redirects("/3", "fin");
        redirects("/0", "/1");
        redirects("/tourne", "/tourne");
        redirects("/dedans", "http://dedans.exemple:" + port() + "/");
        redirects("/nombre", "http://127.0.0.1:" + port() + "/fin");
        redirects("/fichier", "file:///etc/passwd");
        redirects("/port", "http://depot.exemple:22/");

        assertThat(web.fetch(at("/1")).text()).isEqualTo("arrivé");
        assertThat(web.fetch(at("/1")).address()).hasPath("/fin");
        refused(at("/0"), Reason.TOO_MANY_REDIRECTS);
        refused(at("/tourne"), Reason.TOO_MANY_REDIRECTS);
        refused(at("/dedans"), Reason.NOT_PUBLIC);
        refused(at("/nombre"), Reason.ADDRESS);
        refused(at("/fichier"), Reason.ADDRESS);
        refused(at("/port"), Reason.ADDRESS);
    }

    @Test
    void aFileThatIsTooLargeIsCutWhateverItAnnounces() throws IOException {
        answers("/grand", 200, "a".repeat(5_000));
        answersInPieces("/morceaux", "a".repeat(1_000), 50, 0);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000_000]);
        }
        outside.createContext("/bombe", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            send(exchange, 200, packed.toByteArray());
        });

        refused(at("/grand"), Reason.TOO_LARGE);
        refused(at("/morceaux"), Reason.TOO_LARGE);
        refused(at("/bombe"), Reason.TOO_LARGE);
    }

    @Test
    void aServerThatIsSlowOrTricklesIsLeft() {
        answersInPieces("/muet", "a", 1, 5_000);
        answersInPieces("/goutte", "a", 1_000, 200);

        refused(at("/muet"), Reason.TOO_SLOW);
        refused(at("/goutte"), Reason.TOO_SLOW);
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        answers("/erreur", 500, "secret");

        refused(at("/absent"), Reason.ABSENT);
        refused(at("/erreur"), Reason.ABSENT);
        refused("http://inconnu.exemple:" + port() + "/", Reason.UNREACHABLE);
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForIsNotAsked(CapturedOutput output) throws IOException {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(PublicWeb.class.getName(), LogLevel.INFO);
        WireMockServer secure = new WireMockServer(
                wireMockConfig().bindAddress(SEEN).dynamicPort().dynamicHttpsPort());
        secure.start();
        secure.stubFor(any(anyUrl()).willReturn(ok("name: Haies")));
        try (PublicWeb patient = web(Duration.ofSeconds(10), Set.of(secure.port(), secure.httpsPort()))) {
            assertThat(patient.fetch("http://depot.exemple:" + secure.port() + "/")
                            .text())
                    .as("it is there")
                    .isEqualTo("name: Haies");
            secure.resetRequests();

            assertThatExceptionOfType(FetchRefused.class)
                    .isThrownBy(() -> patient.fetch("https://depot.exemple:" + secure.httpsPort() + "/"))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNREACHABLE));
            assertThat(output).contains("cause=SSLHandshakeException");
            assertThat(secure.getAllServeEvents()).isEmpty();
        } finally {
            secure.stop();
        }
    }

    private void refused(String address, Reason reason) {
        assertThatExceptionOfType(FetchRefused.class)
                .isThrownBy(() -> web.fetch(address))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason))
                .satisfies(refused -> assertThat(refused).hasMessageNotContaining("secret"));
    }

    private int port() {
        return outside.getAddress().getPort();
    }

    private String at(String path) {
        return "http://depot.exemple:" + port() + path;
    }

    private void answers(String path, int status, String text) {
        outside.createContext(path, exchange -> send(exchange, status, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void redirects(String path, String location) {
        outside.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            send(exchange, 302, new byte[0]);
        });
    }

    private void answersInPieces(String path, String piece, int times, int pause) {
        outside.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int each = 0; each < times; each++) {
                    Thread.sleep(pause);
                    body.write(piece.getBytes(StandardCharsets.UTF_8));
                    body.flush();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private final class Names implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            resolved.add(host);
            InetAddress seen = InetAddress.getByName(SEEN);
            InetAddress inside = InetAddress.getByName("127.0.0.2");
            return switch (host) {
                case "depot.exemple" -> new InetAddress[] {seen};
                case "dedans.exemple" -> new InetAddress[] {inside};
                case "les-deux.exemple" -> new InetAddress[] {seen, inside};
                case "changeant.exemple" -> new InetAddress[] {resolved.size() == 1 ? seen : inside};
                default -> throw new UnknownHostException(host);
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
