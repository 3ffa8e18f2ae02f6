package fr.agora.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CandidatesTests {
    private MVStore store;
    private Index<Object> ids;

    @BeforeEach
    void threeOffers() {
        store = MVStore.open(null);
        var database = new FileDatabase("agora_jobs", store, new CursorRegistry());
        var offers = (FileCollection) database.createCollectionOrThrowIfExists("offers");
        offers.addDocument(new Document("_id", "a").append("version", 1));
        offers.addDocument(new Document("_id", "b").append("version", 1));
        offers.addDocument(new Document("_id", "c").append("version", 2));
        ids = offers.getIndexes().getFirst();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aVersionBesideAnIdLeavesOne() {
        assertThat(Candidates.of(new Document("_id", "b").append("version", 7), ids))
                .contains(Set.of("b"));
        assertThat(Candidates.of(new Document("_id", "nobody").append("version", 1), ids))
                .contains(Set.of());
    }

    @Test
    void severalIdsLeaveAsMany() {
        var among = new Document("$in", List.of("a", "c", "a", "nobody"));

        assertThat(Candidates.of(
                        new Document("$and", List.of(new Document("_id", among), new Document("version", 1))), ids))
                .contains(Set.of("a", "c"));
        assertThat(Candidates.of(new Document("_id", new Document("$eq", "c")).append("version", 1), ids))
                .contains(Set.of("c"));
    }

    @Test
    void whatIsNoEqualityIsLookedForEverywhere() {
        var everywhere = Optional.<Set<Object>>empty();

        assertThat(Candidates.of(new Document("version", 1), ids)).isEqualTo(everywhere);
        assertThat(Candidates.of(new Document("_id", new Document("$nin", List.of("a"))).append("version", 1), ids))
                .isEqualTo(everywhere);
        assertThat(Candidates.of(new Document("_id", new Document("$gt", "a").append("$in", List.of("a"))), ids))
                .isEqualTo(everywhere);
        assertThat(Candidates.of(
                        new Document("$or", List.of(new Document("_id", "a"), new Document("version", 2))), ids))
                .isEqualTo(everywhere);
    }

    @Test
    void anIdIsWhereItsDocumentIs() {
        MVMap<Object, Document> documents = store.openMap("documents");
        documents.put("a", new Document("_id", "a"));
        documents.put(1L, new Document("_id", 1L));

        assertThat(Candidates.byId(new Document("_id", "a").append("version", 7), documents))
                .contains(Set.of("a"));
        assertThat(Candidates.byId(new Document("_id", new Document("$in", List.of("nobody", "a"))), documents))
                .contains(Set.of("a"));
        assertThat(Candidates.byId(new Document("_id", "nobody"), documents)).contains(Set.of());
        assertThat(Candidates.byId(new Document("_id", 1), documents))
                .as("one of another type is equal all the same")
                .isEmpty();
        assertThat(Candidates.byId(new Document("_id", new Document("$in", List.of("a", 1))), documents))
                .isEmpty();
        assertThat(Candidates.byId(new Document("version", 1), documents)).isEmpty();
    }
}
