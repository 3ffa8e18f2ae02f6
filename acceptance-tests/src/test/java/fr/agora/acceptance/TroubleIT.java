package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import fr.agora.acceptance.Entry.Kind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Parts that are there and do not do their work: what was acknowledged waits for them, and nobody else does. */
class TroubleIT {

    private static final Map<String, List<Kind>> WRITERS = Map.of(
            "sofia.marchetti", List.of(Kind.ORGANIZATION),
            "samuel.keita", List.of(Kind.USE_CASE),
            "nora.lefevre", List.of(Kind.OFFER));
    private static final int WRITES = 36;
    private static final Duration RECOVERED = Duration.ofMinutes(2);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static Agora agora;

    private final String word = "peine" + Words.madeUp();
    private final Writing writing = new Writing(agora, word, "veille" + Words.madeUp());

    @BeforeAll
    static void start() {
        agora = Agora.running();
    }

    @AfterAll
    static void tell() {
        InjectedAndSeen.print();
    }

    @Test
    void aBrokerThatIsAwayForAWholeRunDelaysWhatIsFoundAndNothingElse() throws InterruptedException {
        agora.run("stop", "broker");
        try {
            write();
            assertThat(writing.failed()).isZero();
            assertThat(Found.titles(agora, "offer", word)).isEmpty();
        } finally {
            agora.run("start", "broker");
        }

        foundOnce();
        seen("broker stopped for a whole run", "all acknowledged and stored without it; found once when it was back");
    }

    @Test
    void anIndexThatIsReadOnlyForWantOfSpaceTakesEverythingLater() throws Exception {
        long logged = waits();
        block("true");
        try {
            write();
            assertThat(writing.failed()).isZero();
            await("the search met the block").atMost(RECOVERED).until(() -> waits() > logged);
            assertThat(agora.anonymous().search("albert", "").path("total").asInt())
                    .isPositive();
            assertThat(Found.titles(agora, "offer", word)).isEmpty();
        } finally {
            block("null");
        }

        foundOnce();
        assertThat(parked("search")).isZero();
        seen(
                "index read-only, as at the disk's watermark",
                "all acknowledged, the search answered from what it had; found once when lifted, nothing parked");
    }

    @Test
    void messagesNobodyCanReadAreParkedAndTheRestFlows() throws Exception {
        String queue = "search.jobs-events";
        try (Connection connection = broker().newConnection();
                Channel channel = connection.createChannel()) {
            for (String poison : List.of(
                    "{", "[]", "{\"specversion\":\"1.0\",\"type\":\"agora.jobs.offer-published.v1\"}", """
                    {"specversion":"1.0","id":"1","source":"/jobs","type":"agora.jobs.unheard-of.v1","subject":"1",\
                    "time":"2026-11-01T00:00:00Z","revision":1,"data":{}}""", """
                    {"specversion":"1.0","id":"2","source":"/jobs","type":"agora.jobs.offer-published.v1","subject":"1",\
                    "time":"2026-11-01T00:00:00Z","revision":1,"data":{"id":["no text"],"title":{}}}""")) {
                channel.basicPublish("", queue, null, poison.getBytes(StandardCharsets.UTF_8));
            }
            write();

            foundOnce();
            await("all of them parked").atMost(RECOVERED).until(() -> parked("search") == 5);
            channel.queuePurge(queue + ".parked");
        }
        seen("5 poison messages before the rest", "5 parked, the rest found once");
    }

    @Test
    void aConsumerThatStandsStillHoldsNobodyUp() throws Exception {
        long search = agora.pidOf("search");
        signal("STOP", search);
        try {
            write();
            assertThat(writing.failed()).isZero();
            assertThat(agora.anonymous().get("/api/search?q=albert").status()).isIn(502, 503, 504);
            for (String page : List.of("/annuaire", "/cas-usage", "/offres")) {
                await(page)
                        .atMost(AT_ONCE)
                        .until(() -> agora.anonymous().get(page).status() == 200);
            }
        } finally {
            signal("CONT", search);
        }

        foundOnce();
        seen(
                "search suspended (SIGSTOP), as slow as can be",
                "all acknowledged meanwhile, the other pages at once, the search a problem detail; found once afterwards");
    }

    private void write() throws InterruptedException {
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        writing.over();
        for (Thread writer : writing.begin(WRITERS, WRITES, trouble)) {
            writer.join();
        }
        assertThat(trouble.get()).isNull();
        assertThat(writing.entries().stream().flatMap(entry -> entry.missedBy(writing.ownerOf(entry)).stream()))
                .isEmpty();
    }

    private void foundOnce() {
        for (Kind kind : List.of(Kind.ORGANIZATION, Kind.USE_CASE, Kind.OFFER)) {
            await(kind + " found once, as last written")
                    .atMost(RECOVERED)
                    .untilAsserted(() -> assertThat(Found.titles(agora, kind.searched, word))
                            .containsExactlyInAnyOrderElementsOf(writing.entries().stream()
                                    .filter(entry -> entry.kind() == kind && entry.isPublished())
                                    .map(Entry::title)
                                    .toList()));
        }
    }

    private void seen(String injected, String seen) {
        InjectedAndSeen.row(injected, writing.acknowledged() + " writes: " + seen);
    }

    private static int parked(String service) {
        return agora.as("admin.demo")
                .get("/api/" + service + "/admin/parked")
                .json()
                .path("queues")
                .valueStream()
                .mapToInt(count -> count.asInt())
                .sum();
    }

    private static void block(String value) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(agora.part("index").resolve("/agora*/_settings"))
                            .header("Content-Type", "application/json")
                            .PUT(BodyPublishers.ofString("{\"index.blocks.read_only_allow_delete\":" + value + "}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static long waits() throws IOException {
        try (Stream<String> lines = Files.lines(agora.logs().resolve("search.log"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("Facts wait for a dependency"))
                    .count();
        }
    }

    private static ConnectionFactory broker() throws IOException {
        Path data = agora.logs().resolveSibling("data");
        Path password = Stream.of("rabbitmq", "broker")
                .map(each -> data.resolve(each).resolve("broker.password"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(agora.part("broker").getPort());
        factory.setVirtualHost("agora");
        factory.setUsername("agora");
        factory.setPassword(Files.readString(password).strip());
        return factory;
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }
}
