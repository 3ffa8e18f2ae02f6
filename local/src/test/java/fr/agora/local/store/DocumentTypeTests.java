package fr.agora.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTypeTests {
    private static final Document OFFER = new Document("_id", new ObjectId())
            .append("title", "Ingénieur·e de la donnée 🗺")
            .append("remoteDays", 2)
            .append("revision", 7L)
            .append("share", 0.5)
            .append("salary", new Decimal128(new BigDecimal("41250.50")))
            .append("open", true)
            .append("nothing", null)
            .append("publishedAt", Instant.parse("2026-11-27T07:30:00.123Z"))
            .append("at", new BsonTimestamp(12))
            .append("key", UUID.fromString("6f1b2f0c-3c3a-4a52-9d0e-2f9d2a6f6d11"))
            .append("photo", new BinData(new byte[] {0, 1, -1}))
            .append("tags", Arrays.asList("sql", null, 3))
            .append("outbox", List.of(new Document("_id", "one").append("payload", new Document())));

    @TempDir
    Path directory;

    @Test
    void aDocumentComesBackAsItWas() {
        String file = directory.resolve("store.mv").toString();
        try (var store = MVStore.open(file)) {
            documents(store).put("one", OFFER);
            documents(store).put("two", new Document("_id", "two"));
        }
        MVStoreTool.compact(file, false);

        try (var store = MVStore.open(file)) {
            assertThat(documents(store).get("one").toString()).isEqualTo(OFFER.toString());
            assertThat(documents(store).get("one")).isEqualTo(OFFER);
            assertThat(documents(store).get("two")).isEqualTo(new Document("_id", "two"));
        }
    }

    @Test
    void aFileOfAFormerVersionIsReadAndGoesOn() {
        String file = directory.resolve("store.mv").toString();
        try (var store = MVStore.open(file)) {
            store.<Object, Document>openMap("documents").put("one", OFFER);
            store.<Object, Document>openMap("documents").put("two", OFFER);
        }

        try (var store = MVStore.open(file)) {
            documents(store).put("two", new Document("_id", "two"));
        }

        try (var store = MVStore.open(file)) {
            assertThat(documents(store).get("one")).isEqualTo(OFFER);
            assertThat(documents(store).get("two")).isEqualTo(new Document("_id", "two"));
        }
    }

    @Test
    void aChangedDocumentIsWrittenAsItIsAndItsNeighboursAsTheyWere() {
        String file = directory.resolve("store.mv").toString();
        var type = new DocumentType();
        try (var store = MVStore.open(file)) {
            var documents = documents(store, type);
            documents.put("one", new Document("_id", "one").append("title", "before"));
            documents.put("two", OFFER);
            store.commit();

            var altered = documents.get("one");
            altered.put("title", "after");
            type.changed(altered);
            documents.put("one", altered);
        }

        try (var store = MVStore.open(file)) {
            assertThat(documents(store).get("one").get("title")).isEqualTo("after");
            assertThat(documents(store).get("two")).isEqualTo(OFFER);
        }
    }

    private static MVMap<Object, Document> documents(MVStore store) {
        return documents(store, new DocumentType());
    }

    private static MVMap<Object, Document> documents(MVStore store, DocumentType type) {
        return store.openMap("documents", new MVMap.Builder<Object, Document>().valueType(type));
    }
}
