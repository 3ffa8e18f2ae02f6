package fr.agora.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTests extends PortableSubsetTests {
    @TempDir
    Path directory;

    @Override
    WireStore open() throws IOException {
        return WireStore.onFile(directory.resolve("store.mv"), 0);
    }

    @Test
    void aReopenedStoreHasItsDocumentsAndIndexes() throws IOException {
        offers.createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true));
        offers.insertOne(new Document("_id", 1).append("slug", "s"));

        client.close();
        store.close();
        connectAgain();

        assertThat(offers.find(Filters.eq("slug", "s")).first()).containsEntry("_id", 1);
        assertThatThrownBy(() -> offers.insertOne(new Document("slug", "s"))).hasMessageContaining("duplicate key");
    }

    @Test
    void aFileHeldByAnotherStoreIsRefusedInOneSentence() {
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("store.mv cannot be opened");
    }

    private void connectAgain() throws IOException {
        store = open();
        client = MongoClients.create(store.uri("agora_jobs"));
        database = client.getDatabase("agora_jobs");
        offers = database.getCollection("offers");
    }
}
