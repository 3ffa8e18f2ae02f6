package fr.agora.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import fr.agora.local.process.ChildProcess;
import fr.agora.local.process.Jdk;
import fr.agora.local.process.Ports;
import fr.agora.local.process.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The store of the local run, in a process of its own that is killed while four writers are at it. */
@Timeout(300)
class StoreDurabilityTests {
    private static final int KILLS = 3;
    private static final int WRITERS = 4;
    private static final int WRITES_BEFORE_KILL = 400;
    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private int port;
    private final Set<Integer> inserted = ConcurrentHashMap.newKeySet();
    private final Set<Integer> numbersDrawn = ConcurrentHashMap.newKeySet();
    private final AtomicInteger nextId = new AtomicInteger();

    @BeforeEach
    void choosePort() throws IOException {
        port = Ports.free();
    }

    @Test
    void nothingAcknowledgedIsLostByAKill() throws Exception {
        ChildProcess store = start();
        try (MongoClient client = connect()) {
            offers(client).createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true));
            offers(client).insertOne(new Document("_id", "counter").append("slug", "counter"));
        }

        for (int kill = 1; kill <= KILLS; kill++) {
            int until = inserted.size() + WRITES_BEFORE_KILL;
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                IntStream.range(0, WRITERS).forEach(writer -> writers.submit(this::writeUntilTheStoreIsGone));
                store.await(() -> inserted.size() >= until, START, Progress.SILENT);
                store.kill();
            }
            store = start();
            assertThatEverythingIsThere();
        }

        store.close();
        assertThat(store.isAlive()).isFalse();
    }

    private void writeUntilTheStoreIsGone() {
        try (MongoClient client = connect()) {
            MongoCollection<Document> offers = offers(client);
            while (true) {
                int id = nextId.incrementAndGet();
                offers.insertOne(new Document("_id", id).append("slug", "offer-" + id));
                inserted.add(id);
                Document counter = offers.findOneAndUpdate(
                        Filters.eq("counter"),
                        Updates.inc("drawn", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
                assertThat(numbersDrawn.add(counter.getInteger("drawn"))).isTrue();
            }
        } catch (MongoException killed) {
            // what was not answered may be there or not
        }
    }

    private void assertThatEverythingIsThere() {
        try (MongoClient client = connect()) {
            MongoCollection<Document> offers = offers(client);
            Set<Integer> found = ConcurrentHashMap.newKeySet();
            offers.find(Filters.exists("drawn", false))
                    .batchSize(500)
                    .forEach(offer -> found.add(offer.getInteger("_id")));
            assertThat(found).containsAll(inserted);
            assertThat(offers.find(Filters.eq("counter")).first().getInteger("drawn"))
                    .isGreaterThanOrEqualTo(numbersDrawn.stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElseThrow());
            // the unique index knows the same documents as the collection
            for (int id : found) {
                assertThat(offers.find(Filters.eq("slug", "offer-" + id)).first())
                        .containsEntry("_id", id);
            }
            int last = inserted.stream().mapToInt(Integer::intValue).max().orElseThrow();
            assertThatThrownBy(() -> offers.insertOne(new Document("slug", "offer-" + last)))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("duplicate key");
        }
    }

    private ChildProcess start() {
        Path log = directory.resolve("store-" + nextId.get() + ".log");
        ChildProcess store = ChildProcess.start(new ChildProcess.Command(
                "store",
                List.of(
                        Jdk.java().toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreMain.class.getName(),
                        "agora_jobs:" + port + ":" + directory.resolve("jobs.mv")),
                directory,
                Map.of(),
                log,
                null));
        store.await(() -> saysReady(log), START, Progress.SILENT);
        return store;
    }

    private static boolean saysReady(Path log) {
        try {
            return Files.readString(log).contains(StoreMain.READY);
        } catch (IOException notYet) {
            return false;
        }
    }

    private MongoClient connect() {
        return MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=5000");
    }

    private static MongoCollection<Document> offers(MongoClient client) {
        return client.getDatabase("agora_jobs").getCollection("offers");
    }
}
