package fr.agora.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void aReopenedStoreHasEachDocumentAsItWasLastChangedInWhicheverWay() throws IOException {
        for (int id = 1; id <= 6; id++) {
            offers.insertOne(new Document("_id", id)
                    .append("title", "before")
                    .append("tags", List.of("a", "b"))
                    .append("parts", List.of(new Document("_id", "p").append("state", "before"))));
        }
        offers.updateOne(Filters.eq("_id", 1), Updates.set("title", "set"));
        offers.replaceOne(Filters.eq("_id", 2), new Document("title", "replaced"));
        offers.findOneAndUpdate(Filters.eq("_id", 3), Updates.unset("title"));
        offers.updateOne(Filters.eq("_id", 4), Updates.pull("tags", "a"));
        offers.updateOne(
                Filters.eq("_id", 5),
                Updates.set("parts.$[p].state", "set"),
                new UpdateOptions().arrayFilters(List.of(Filters.eq("p._id", "p"))));
        offers.updateMany(Filters.gt("_id", 0), Updates.inc("revision", 1));
        var changed = offers.find().sort(Sorts.ascending("_id")).into(new ArrayList<>());

        client.close();
        store.close();
        connectAgain();

        assertThat(offers.find().sort(Sorts.ascending("_id"))).containsExactlyElementsOf(changed);
        assertThat(changed).extracting(offer -> offer.get("title")).contains("set", "replaced", "before", null);
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
