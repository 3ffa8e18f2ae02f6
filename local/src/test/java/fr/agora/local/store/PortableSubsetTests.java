package fr.agora.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.Facet;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every service may ask of its store, asked of each kind of store. */
abstract class PortableSubsetTests {
    WireStore store;
    MongoClient client;
    MongoDatabase database;
    MongoCollection<Document> offers;

    abstract WireStore open() throws Exception;

    @BeforeEach
    void connect() throws Exception {
        store = open();
        client = MongoClients.create(store.uri("agora_jobs"));
        database = client.getDatabase("agora_jobs");
        offers = database.getCollection("offers");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void aDocumentIsItsOwnTransaction() {
        offers.insertOne(new Document("_id", "o1").append("revision", 1).append("outbox", List.of()));

        offers.updateOne(
                Filters.and(Filters.eq("_id", "o1"), Filters.eq("revision", 1)),
                Updates.combine(
                        Updates.inc("revision", 1),
                        Updates.push("outbox", new Document("id", "e1")),
                        Updates.addToSet("tags", "data"),
                        Updates.set("title", "Data scientist")));
        offers.updateOne(Filters.eq("_id", "o1"), Updates.pull("outbox", new Document("id", "e1")));

        Document offer = offers.find(Filters.eq("_id", "o1")).first();
        assertThat(offer).containsEntry("revision", 2).containsEntry("title", "Data scientist");
        assertThat(offer.getList("outbox", Document.class)).isEmpty();
        assertThat(offer.getList("tags", String.class)).containsExactly("data");
    }

    @Test
    void anArrayElementIsUpdatedByItsFilter() {
        offers.insertOne(Document.parse("{_id: 'o1', skills: [{code: 'sql', level: 1}, {code: 'java', level: 1}]}"));

        offers.updateOne(
                Filters.eq("_id", "o1"),
                Updates.set("skills.$[s].level", 3),
                new UpdateOptions().arrayFilters(List.of(Filters.eq("s.code", "java"))));

        assertThat(offers.find().first().getList("skills", Document.class))
                .extracting(skill -> skill.getInteger("level"))
                .containsExactly(1, 3);
    }

    @Test
    void aUniqueIndexRefusesTheSecondOfTwo() {
        offers.createIndex(Indexes.ascending("source", "number"), new IndexOptions().unique(true));
        offers.insertOne(new Document("source", "demo").append("number", 1));

        assertThatThrownBy(() -> offers.insertOne(new Document("source", "demo").append("number", 1)))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        refused -> assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
        assertThat(offers.countDocuments()).isEqualTo(1);
    }

    @Test
    void aSparseUniqueIndexLetsSeveralGoWithoutTheField() {
        offers.createIndex(
                Indexes.ascending("slug"), new IndexOptions().unique(true).sparse(true));

        offers.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));

        assertThat(offers.countDocuments()).isEqualTo(2);
    }

    @Test
    void refusedInsertsAreNotCounted() {
        offers.insertOne(new Document("_id", 2));

        assertThatThrownBy(() -> offers.insertMany(
                        List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3)),
                        new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        refused -> assertThat(refused.getWriteResult().getInsertedCount())
                                .isEqualTo(2));
    }

    @Test
    void findAndModifyIsAtomicOverThreads() throws Exception {
        offers.insertOne(new Document("_id", "counter").append("value", 0));
        Set<Integer> seen = ConcurrentHashMap.newKeySet();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                threads.execute(() -> {
                    for (int i = 0; i < 125; i++) {
                        seen.add(offers.findOneAndUpdate(
                                        Filters.eq("_id", "counter"),
                                        Updates.inc("value", 1),
                                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                                .getInteger("value"));
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(seen).hasSize(1_000);
    }

    @Test
    void anUpsertOfAnOlderRevisionIsADuplicateKey() {
        offers.insertOne(new Document("_id", "copy").append("revision", 5));

        assertThatThrownBy(() -> offers.updateOne(
                        Filters.and(Filters.eq("_id", "copy"), Filters.lt("revision", 4)),
                        Updates.set("revision", 4),
                        new UpdateOptions().upsert(true)))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        refused -> assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
        assertThat(offers.find().first()).containsEntry("revision", 5);
    }

    @Test
    void aLongListIsReadInBatchesInOrder() {
        offers.insertMany(java.util.stream.IntStream.range(0, 250)
                .mapToObj(i -> new Document("_id", i))
                .toList());

        List<Integer> ids = offers.find()
                .sort(Sorts.descending("_id"))
                .limit(240)
                .batchSize(50)
                .map(document -> document.getInteger("_id"))
                .into(new ArrayList<>());

        assertThat(ids).hasSize(240).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void facetsGroupAndCount() {
        offers.insertMany(List.of(
                Document.parse("{kind: 'a', tags: ['x', 'y']}"),
                Document.parse("{kind: 'a', tags: ['x']}"),
                Document.parse("{kind: 'b', tags: []}")));

        Document facets = offers.aggregate(List.of(Aggregates.facet(
                        new Facet(
                                "kinds",
                                Aggregates.group("$kind", Accumulators.sum("n", 1)),
                                Aggregates.sort(Sorts.ascending("_id"))),
                        new Facet("tags", Aggregates.unwind("$tags"), Aggregates.sortByCount("$tags")),
                        new Facet("total", Aggregates.count("n")))))
                .first();

        assertThat(facets.getList("kinds", Document.class))
                .containsExactly(Document.parse("{_id: 'a', n: 2}"), Document.parse("{_id: 'b', n: 1}"));
        assertThat(facets.getList("tags", Document.class).getFirst().getString("_id"))
                .isEqualTo("x");
        assertThat(facets.getList("total", Document.class).getFirst().getInteger("n"))
                .isEqualTo(3);
    }

    @Test
    void aDroppedDatabaseTakesNoOtherWithIt() {
        MongoDatabase longer = client.getDatabase("agora_jobs_archive");
        longer.getCollection("offers").createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true));
        longer.getCollection("offers").insertOne(new Document("_id", "kept").append("slug", "s"));
        offers.insertOne(new Document("_id", "gone"));

        database.drop();

        assertThat(offers.countDocuments()).isZero();
        assertThat(longer.getCollection("offers").find().first()).containsEntry("_id", "kept");
        assertThatThrownBy(() -> longer.getCollection("offers").insertOne(new Document("slug", "s")))
                .isInstanceOf(MongoWriteException.class);
        offers.insertOne(new Document("_id", "gone"));
        assertThat(offers.countDocuments()).isEqualTo(1);
    }

    @Test
    void indexesOfProductionAreAcceptedAndListed() {
        offers.createIndex(
                Indexes.ascending("expiresAt"),
                new IndexOptions().expireAfter(60L, TimeUnit.SECONDS).name("expiry"));
        offers.createIndex(Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("publishedAt")));
        offers.createIndex(
                Indexes.ascending("expiresAt"),
                new IndexOptions().expireAfter(60L, TimeUnit.SECONDS).name("expiry"));

        assertThat(offers.listIndexes())
                .extracting(index -> index.getString("name"))
                .containsExactlyInAnyOrder("_id_", "expiry", "status_1_publishedAt_-1");
    }

    @Test
    void whatWouldBeIgnoredIsRefused() {
        Collation french = Collation.builder().locale("fr").build();

        assertThatThrownBy(() -> offers.find().collation(french).first())
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("collation");
        assertThatThrownBy(() -> offers.createIndex(Indexes.text("title"))).hasMessageContaining("text");
        assertThatThrownBy(() -> offers.updateOne(Filters.eq("_id", 1), List.of(Updates.set("a", 1))))
                .hasMessageContaining("pipeline");
    }

    @Test
    void aTransactionIsRefused() {
        assertThatThrownBy(() -> {
                    try (ClientSession session = client.startSession()) {
                        session.startTransaction();
                        offers.insertOne(session, new Document("_id", 1));
                        session.commitTransaction();
                    }
                })
                .isInstanceOf(MongoException.class);
        assertThat(offers.countDocuments()).isZero();
    }

    @Test
    void pagesByIdFollowOneAnotherEitherWay() {
        for (long id = 1; id <= 9; id++) {
            offers.insertOne(new Document("_id", id).append("open", id % 2 == 1));
        }

        assertThat(ids(offers.find(Filters.gt("_id", 2L))
                        .sort(Sorts.ascending("_id"))
                        .limit(3)))
                .containsExactly(3L, 4L, 5L);
        assertThat(ids(offers.find(Filters.and(Filters.gt("_id", 2L), Filters.lt("_id", 8L), Filters.eq("open", true)))
                        .sort(Sorts.descending("_id"))
                        .limit(2)))
                .containsExactly(7L, 5L);
        assertThat(ids(offers.find(Filters.eq("open", false))
                        .sort(Sorts.descending("_id"))
                        .skip(1)))
                .containsExactly(6L, 4L, 2L);
    }

    @Test
    void whatElseIsAskedBesideTheIdCounts() {
        offers.insertOne(new Document("_id", "a").append("version", 1));
        offers.insertOne(new Document("_id", "b").append("version", 2));

        assertThat(ids(offers.find(Filters.and(Filters.in("_id", "a", "b", "c"), Filters.eq("version", 2)))))
                .containsExactly("b");
        assertThat(offers.updateOne(
                                Filters.and(Filters.eq("_id", "a"), Filters.eq("version", 2)),
                                Updates.inc("version", 1))
                        .getMatchedCount())
                .isZero();
        assertThat(offers.updateOne(
                                Filters.and(Filters.eq("_id", "a"), Filters.eq("version", 1)),
                                Updates.inc("version", 1))
                        .getMatchedCount())
                .isEqualTo(1);
    }

    private static List<Object> ids(Iterable<Document> found) {
        var ids = new ArrayList<>();
        found.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }
}
