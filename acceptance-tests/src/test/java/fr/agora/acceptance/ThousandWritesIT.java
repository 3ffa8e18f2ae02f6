package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.agora.acceptance.Entry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Six people write while one part after the other is killed and started again. All parts and the full thousand writes
 * are those of {@code ./agora test -P faults}; elsewhere three are killed, among fewer writes.
 */
class ThousandWritesIT {

    private static final int WRITES = Integer.getInteger("agora.faults.writes", 150);
    private static final List<String> PARTS = List.of(
            System.getProperty("agora.faults.parts", "directory,broker,gateway").split(","));
    /** Without these some writers get no answer; without the others everybody writes on. */
    private static final Set<String> WRITTEN_THROUGH = Set.of("directory", "store", "jobs", "projects", "gateway");

    private static final Map<String, List<Kind>> WRITERS = Map.of(
            "sofia.marchetti", List.of(Kind.ORGANIZATION),
            "admin.demo", List.of(Kind.ORGANIZATION),
            "samuel.keita", List.of(Kind.USE_CASE),
            "lucas.morvan", List.of(Kind.USE_CASE),
            "nora.lefevre", List.of(Kind.OFFER),
            "rachid.benomar", List.of(Kind.OFFER));
    private static final List<String> CORRESPONDENTS = List.of(
            "samuel.keita", "nora.lefevre", "rachid.benomar", "sofia.marchetti", "admin.demo", "hugo.bernardin");

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration RECOVERED = Duration.ofMinutes(3);

    private static Agora agora;
    private static Reactions reactions;

    private final String word = "faute" + Words.madeUp();
    private final Writing writing = new Writing(agora, word, "veille" + Words.madeUp());
    private final AtomicReference<Throwable> trouble = new AtomicReference<>();

    @BeforeAll
    static void start() {
        agora = Agora.running();
        reactions = new Reactions(agora);
    }

    @AfterAll
    static void tell() {
        InjectedAndSeen.print();
    }

    @Test
    void nothingAcknowledgedIsLostOrToldTwiceThoughEachPartIsKilled() throws InterruptedException {
        Instant begun = Instant.now();
        reactions.watch("hugo.bernardin", writing.watchedWord());
        List<Thread> writers = writing.begin(WRITERS, WRITES, trouble);
        for (int i = 0; i < PARTS.size(); i++) {
            reach(WRITES * (i + 1) / (PARTS.size() + 1));
            kill(PARTS.get(i), CORRESPONDENTS.get(i % CORRESPONDENTS.size()));
        }
        writing.over();
        for (Thread writer : writers) {
            writer.join(PATIENCE);
        }
        assertThat(trouble.get()).isNull();
        assertThat(writing.acknowledged()).isGreaterThanOrEqualTo(WRITES);
        Duration took = Duration.between(begun, Instant.now());

        List<Entry> entries = writing.entries();
        await("everything as it was acknowledged")
                .atMost(RECOVERED)
                .untilAsserted(() -> assertThat(
                                entries.stream().flatMap(entry -> entry.missedBy(writing.ownerOf(entry)).stream()))
                        .isEmpty());
        for (Kind kind : Kind.values()) {
            await(kind + " found once, as last written")
                    .atMost(RECOVERED)
                    .untilAsserted(() -> assertThat(Found.titles(agora, kind.searched, word))
                            .containsExactlyInAnyOrderElementsOf(
                                    published(kind).map(Entry::title).toList()));
        }
        await("bricks found once")
                .atMost(RECOVERED)
                .untilAsserted(() -> assertThat(Found.titles(agora, "block", "Chaîne " + word))
                        .containsExactlyInAnyOrderElementsOf(published(Kind.USE_CASE)
                                .map(entry -> "Chaîne " + entry.title())
                                .toList()));
        reactions.areTold("hugo.bernardin", writing.watched());
        for (String service : List.of("directory", "projects", "jobs", "search")) {
            JsonNode parked = agora.as("admin.demo")
                    .get("/api/" + service + "/admin/parked")
                    .json();
            assertThat(parked.path("queues").values())
                    .as("parked by " + service)
                    .allMatch(count -> count.asInt() == 0);
            assertThat(parked.path("facts").isEmpty())
                    .as("not sent by " + service)
                    .isTrue();
        }
        InjectedAndSeen.row(
                PARTS.size() + " kills among " + writing.acknowledged() + " acknowledged writes by " + WRITERS.size()
                        + " accounts, " + took.toSeconds() + " s",
                entries.size() + " items stored as acknowledged, "
                        + entries.stream().filter(Entry::isPublished).count()
                        + " found once in their last edition, the withdrawn not found; " + writing.failed()
                        + " attempts not acknowledged " + writing.refusals() + "; " + reactions.summary());
    }

    private Stream<Entry> published(Kind kind) {
        return writing.entries().stream().filter(entry -> entry.kind() == kind && entry.isPublished());
    }

    private void kill(String part, String correspondent) {
        reactions.write(correspondent);
        long process = agora.pidOf(part);
        Instant before = Instant.now();

        agora.run("kill", part);
        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
        int acknowledged = writing.acknowledged();
        int failed = writing.failed();
        until(
                "writes met the dead " + part,
                () -> WRITTEN_THROUGH.contains(part)
                        ? writing.failed() > failed + 2
                        : writing.acknowledged() > acknowledged + 10);
        agora.run("start", part);

        Duration down = Duration.between(before, Instant.now());
        int afterwards = writing.acknowledged();
        until("writes are taken again after " + part, () -> writing.acknowledged() > afterwards + WRITERS.size());
        InjectedAndSeen.row(
                "kill -9 " + part + ", back after " + down.toSeconds() + " s",
                (afterwards - acknowledged) + " writes acknowledged meanwhile, " + (writing.failed() - failed)
                        + " not; all of them retried until they were");
    }

    private void reach(int writes) {
        until(writes + " writes, the last failure: " + writing.lastFailure(), () -> writing.acknowledged() >= writes);
    }

    private void until(String what, BooleanSupplier reached) {
        await(what).atMost(PATIENCE).until(() -> trouble.get() != null || reached.getAsBoolean());
        assertThat(trouble.get()).isNull();
    }
}
