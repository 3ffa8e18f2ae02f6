package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import fr.agora.acceptance.Api.Answer;
import fr.agora.acceptance.Entry.Kind;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Each instance of each service is restarted in turn while people read and write: not one request fails, and what they
 * wrote is stored once, found once and told once. It wants a platform of two instances each, {@code ./agora test -P
 * two-instances}.
 */
class RollingRestartIT {

    private static final List<String> INSTANCES = List.of(System.getProperty(
                    "agora.restarted", "directory,projects,jobs,search,directory-2,projects-2,jobs-2,search-2")
            .split(","));
    private static final List<String> READ = List.of(
            "/",
            "/recherche?q=urbanisme",
            "/annuaire",
            "/reseaux",
            "/cas-usage",
            "/briques",
            "/offres",
            "/api/directory/organizations?size=5",
            "/api/projects/use-cases?size=5",
            "/api/jobs/offers?size=5",
            "/api/search?q=data&size=5");
    private static final Map<Kind, String> WRITERS = new EnumMap<>(
            Map.of(Kind.OFFER, "nora.lefevre", Kind.USE_CASE, "samuel.keita", Kind.ORGANIZATION, "sofia.marchetti"));
    private static final String WATCHER = "hugo.bernardin";
    // in turn: nobody may send many messages an hour
    private static final List<String> CORRESPONDENTS =
            List.of("samuel.keita", "nora.lefevre", "rachid.benomar", "sofia.marchetti", "admin.demo", WATCHER);
    private static final Duration SETTLED = Duration.ofMinutes(3);
    private static final int TRIES = 5;
    private static final Duration PACE = Duration.ofMillis(120);

    private final Agora agora = Agora.running();
    private final Reactions reactions = new Reactions(agora);
    private final String word = "relais" + Words.madeUp();
    // in offers and use cases; organisations have the other word alone
    private final String watchedWord = "veille" + Words.madeUp();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    @AfterAll
    static void tell() {
        InjectedAndSeen.print();
    }

    @Test
    void noRequestFailsAndNothingHappensTwiceWhileEachInstanceIsRestarted() throws InterruptedException {
        assumeTrue(agora.hasPart("directory-2"), "each service runs once: nothing could take over");
        reactions.watch(WATCHER, watchedWord);
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            people.add(Thread.ofVirtual().start(this::readOn));
        }
        WRITERS.forEach((kind, account) -> people.add(Thread.ofVirtual().start(() -> writeOn(kind, account))));

        for (int i = 0; i < INSTANCES.size(); i++) {
            restart(INSTANCES.get(i), CORRESPONDENTS.get(i % CORRESPONDENTS.size()));
        }
        over = true;
        for (Thread each : people) {
            each.join(SETTLED);
        }

        for (Kind kind : Kind.values()) {
            List<String> titles = entries.stream()
                    .filter(entry -> entry.kind() == kind)
                    .map(Entry::title)
                    .toList();
            assertThat(titles).hasSizeGreaterThan(INSTANCES.size());
            assertThat(stored(kind)).as("documents of " + kind).isEqualTo(titles.size());
            await(kind + " found once, as last written")
                    .atMost(SETTLED)
                    .untilAsserted(() -> assertThat(Found.titles(agora, kind.searched, word))
                            .containsExactlyInAnyOrderElementsOf(titles));
        }
        reactions.areTold(WATCHER, (int) entries.stream()
                .filter(entry -> entry.kind() != Kind.ORGANIZATION)
                .count());
        assertThat(reactions.lost()).as("letters lost").isZero();
        // last: the rest is of interest above all where one failed
        assertThat(failed).isEmpty();
        InjectedAndSeen.row(
                INSTANCES.size() + " instances restarted in turn",
                reads.get() + " reads and " + writes.get() + " writes, none failed; " + entries.size()
                        + " items stored once and found once as last written; " + reactions.summary());
    }

    private void restart(String instance, String correspondent) {
        reactions.write(correspondent);
        Instant before = Instant.now();
        int readBefore = reads.get();
        int writtenBefore = writes.get();

        agora.run("stop", instance);
        goesOn("without " + instance);
        agora.run("start", instance);
        Duration took = Duration.between(before, Instant.now());
        goesOn("with " + instance);

        InjectedAndSeen.row(
                instance + " stopped and started, " + took.toSeconds() + " s",
                (reads.get() - readBefore) + " reads and " + (writes.get() - writtenBefore) + " writes meanwhile, "
                        + failed.size() + " failed");
    }

    private void goesOn(String how) {
        int asked = reads.get() + writes.get();
        await("life " + how).atMost(SETTLED).until(() -> reads.get() + writes.get() > asked + 30);
    }

    private void readOn() {
        for (int i = 0; !over; i++) {
            String path = READ.get(i % READ.size());
            ask("GET " + path, i % 2 == 0 ? null : "lucas.morvan", api -> api.get(path));
            reads.incrementAndGet();
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private void writeOn(Kind kind, String account) {
        for (int i = 1; !over; i++) {
            String name = word + " " + (kind == Kind.ORGANIZATION ? "" : watchedWord + " ") + i;
            Answer created = write("POST " + kind.path, account, api -> api.post(kind.path, body(kind, name, 1)));
            if (created == null) {
                continue;
            }
            Entry entry = new Entry(kind, name, created.json().path("id").asString(""));
            entries.add(entry);
            again("POST publish", account, api -> api.post(entry.path() + "/publish", ""));
            again("PUT " + entry.path(), account, api -> api.put(entry.path(), body(kind, name, 2)));
            entry.edited();
            LockSupport.parkNanos(PACE.multipliedBy(8).toNanos());
        }
    }

    private static String body(Kind kind, String name, int edition) {
        return kind.body(Entry.title(name, edition));
    }

    private interface Call {
        Answer to(Api api);
    }

    private Answer write(String what, String account, Call call) {
        writes.incrementAndGet();
        Answer answer = ask(what, account, call);
        LockSupport.parkNanos(PACE.toNanos());
        return answer;
    }

    // what was not acknowledged may have been done: whether it was is seen once it is
    private void again(String what, String account, Call call) {
        Answer answer = null;
        for (int i = 0; i < TRIES && answer == null; i++) {
            answer = write(what, account, call);
        }
    }

    // null when it failed
    private Answer ask(String what, String account, Call call) {
        try {
            Answer answer = call.to(account == null ? agora.anonymous() : agora.as(account));
            if (answer.status() / 100 == 2) {
                return answer;
            }
            failed.add(Instant.now() + " " + what + " " + answer.status() + " "
                    + answer.body().lines().findFirst());
        } catch (UncheckedIOException | IllegalStateException broken) {
            failed.add(Instant.now() + " " + what + " " + broken);
        }
        return null;
    }

    /** Documents of this run: a write carried out twice would have made one more. */
    private long stored(Kind kind) {
        String database = switch (kind) {
            case ORGANIZATION -> "agora_directory";
            case USE_CASE -> "agora_projects";
            case OFFER -> "agora_jobs";
        };
        String collection = switch (kind) {
            case ORGANIZATION -> "organizations";
            case USE_CASE -> "use_cases";
            case OFFER -> "offers";
        };
        String field = kind == Kind.ORGANIZATION ? "name" : "content.title";
        try (MongoClient client = Databases.client(agora, database)) {
            return client.getDatabase(database)
                    .getCollection(collection)
                    .countDocuments(Filters.regex(field, "^" + word));
        }
    }
}
