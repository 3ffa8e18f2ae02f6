package fr.agora.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InOrderTests {
    private static final Document UP = new Document("_id", 1);
    private static final Document DOWN = new Document("_id", -1);

    private MVStore store;
    private MVMap<Object, Document> entries;

    @BeforeEach
    void aHundredEntries() {
        store = MVStore.open(null);
        entries = store.openMap("entries");
        LongStream.rangeClosed(1, 100).forEach(number -> entries.put(number, new Document("_id", number)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPageBeginsWhereTheLastOneEnded() {
        assertThat(ids(new Document("_id", new Document("$gt", 97L)), UP)).containsExactly(97L, 98L, 99L, 100L);
        assertThat(ids(new Document("_id", new Document("$lte", 3L)), DOWN)).containsExactly(3L, 2L, 1L);
        assertThat(ids(new Document("_id", new Document("$gte", 5L).append("$lt", 7L)), UP))
                .containsExactly(5L, 6L, 7L);
        assertThat(ids(new Document("_id", new Document("$gte", 5L).append("$lt", 7L)), DOWN))
                .containsExactly(7L, 6L, 5L);
    }

    @Test
    void theNewestIsTheFirstSeenWhateverElseIsAsked() {
        assertThat(InOrder.of(new Document("kind", "CHECKPOINT"), DOWN, entries)
                        .orElseThrow()
                        .findFirst())
                .hasValueSatisfying(newest -> assertThat(newest.get("_id")).isEqualTo(100L));
    }

    @Test
    void anotherOrderAndIdsOfSeveralTypesAreNotTakenForIt() {
        assertThat(InOrder.of(new Document(), null, entries)).isEmpty();
        assertThat(InOrder.of(new Document(), new Document("at", 1), entries)).isEmpty();
        assertThat(InOrder.of(new Document(), new Document("_id", 1).append("at", 1), entries))
                .isEmpty();
        assertThat(InOrder.of(new Document(), UP, store.openMap("empty"))).isEqualTo(Optional.empty());

        entries.put("one", new Document("_id", "one"));

        assertThat(InOrder.of(new Document(), UP, entries)).isEmpty();
    }

    @Test
    void aBoundOfAnotherTypeIsLeftToTheQuery() {
        assertThat(ids(new Document("_id", new Document("$gt", 97)), UP)).hasSize(100);
    }

    private List<Object> ids(Document query, Document order) {
        return InOrder.of(query, order, entries)
                .orElseThrow()
                .map(entry -> entry.get("_id"))
                .toList();
    }
}
