package fr.agora.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import fr.agora.local.store.WireStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionsTests {

    private WireStore store;
    private MongoDatabaseFactory databases;
    private Revisions revisions;

    @BeforeAll
    void open() {
        store = WireStore.inMemory();
        databases = new SimpleMongoClientDatabaseFactory(MongoClients.create(store.uri("copies")), "copies");
        revisions = new Revisions(databases);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void theHighestRevisionStaysWhateverTheOrder() {
        var order = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L, 5L, 3L));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(order, new Random(seed));
            for (var revision : order) {
                revisions.keepHighest(
                        "copies", "order-" + seed, revision, new Document("title", "Révision " + revision));
            }
            assertThat(copy("order-" + seed)).containsEntry("revision", 5L).containsEntry("title", "Révision 5");
        }
    }

    @Test
    void itSaysWhetherTheCopyChanged() {
        assertThat(revisions.keepHighest("copies", "told", 2, new Document())).isTrue();
        assertThat(revisions.keepHighest("copies", "told", 2, new Document())).isFalse();
        assertThat(revisions.keepHighest("copies", "told", 1, new Document())).isFalse();
        assertThat(revisions.keepHighest("copies", "told", 3, new Document())).isTrue();
    }

    @Test
    void aLateFactDoesNotResurrectWhatATombstoneBuried() {
        revisions.keepHighest("copies", "buried", 1, new Document("title", "Un"));
        revisions.keepHighest("copies", "buried", 3, new Document("withdrawn", true));
        revisions.keepHighest("copies", "buried", 2, new Document("title", "Deux"));

        assertThat(copy("buried")).containsEntry("withdrawn", true).doesNotContainKey("title");
    }

    @Test
    void manyAtOnceAgreeOnTheHighest() throws Exception {
        var work = new ArrayList<Callable<Boolean>>();
        for (long revision = 1; revision <= 200; revision++) {
            var incoming = revision;
            work.add(() -> revisions.keepHighest("copies", "crowded", incoming, new Document("title", "" + incoming)));
        }
        Collections.shuffle(work, new Random(7));
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(copy("crowded")).containsEntry("revision", 200L).containsEntry("title", "200");
    }

    @Test
    void ofARevisionToldInTwoVersionsTheHigherStaysAndItIsNewOnce() {
        var told = new ArrayList<>(List.of(fact(1, 1), fact(1, 2), fact(2, 1), fact(2, 2), fact(2, 1)));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(told, new Random(seed));
            var collection = "versions-" + seed;
            var newer = new ArrayList<Long>();
            for (var fact : told) {
                var state = new Document("title", "Titre " + fact.type().version());
                if (revisions.keepHighest(collection, fact, state) == Revisions.Kept.NEWER) {
                    newer.add(fact.revision());
                }
            }
            var copy = databases
                    .getMongoDatabase()
                    .getCollection(collection)
                    .find()
                    .first();

            assertThat(copy).containsEntry("revision", 2L).containsEntry("title", "Titre 2");
            assertThat(newer).doesNotHaveDuplicates().endsWith(2L);
        }
    }

    @Test
    void aCopyOfBeforeThereWereTwoVersionsIsToldBetterAtTheRevisionItHas() {
        revisions.keepHighest("copies", "told", 1, new Document("title", "Titre"));

        var kept = revisions.keepHighest("copies", fact(1, 2), new Document("title", "Titre 2"));
        var again = revisions.keepHighest("copies", fact(1, 2), new Document("title", "Titre 3"));

        assertThat(kept).isEqualTo(Revisions.Kept.TOLD_BETTER);
        assertThat(again).isEqualTo(Revisions.Kept.OUTDONE);
        assertThat(copy("told")).containsEntry("version", 2).containsEntry("title", "Titre 2");
    }

    private static Fact fact(long revision, int version) {
        return new Fact(
                "fact-" + revision + "-" + version,
                new FactType("agora.library.book-published.v" + version),
                "told",
                Instant.parse("2026-11-26T09:00:00Z"),
                revision,
                null,
                JsonMapper.shared().createObjectNode());
    }

    private Document copy(String id) {
        var copy = databases
                .getMongoDatabase()
                .getCollection("copies")
                .find(Filters.eq("_id", id))
                .first();
        assertThat(copy).isNotNull();
        return copy;
    }
}
