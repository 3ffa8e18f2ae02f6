package fr.agora.jobs.foreign;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** All that is remembered of the sources. */
@Component
class SourceEntries {

    private static final String COLLECTION = "source_entries";

    private final MongoTemplate store;

    SourceEntries(MongoTemplate store) {
        this.store = store;
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on("source", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("of_source"));
    }

    Map<String, SourceEntry> find(Collection<String> keys) {
        Map<String, SourceEntry> found = new HashMap<>();
        entries()
                .find(Filters.in("_id", keys))
                .batchSize(Math.max(1, keys.size()))
                .forEach(each -> {
                    SourceEntry entry = SourceEntry.read(each);
                    found.put(entry.key(), entry);
                });
        return found;
    }

    void save(Collection<SourceEntry> changed) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        for (SourceEntry entry : changed) {
            writes.add(new ReplaceOneModel<>(
                    Filters.eq("_id", entry.key()), entry.written(), new ReplaceOptions().upsert(true)));
        }
        if (!writes.isEmpty()) {
            entries().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** The next entries of a source that this import has not seen, by key. */
    List<SourceEntry> unseen(String source, String run, String afterKey, int most) {
        List<SourceEntry> found = new ArrayList<>();
        entries()
                .find(Filters.and(
                        Filters.eq("source", source),
                        Filters.gt("_id", afterKey),
                        Filters.ne("run", run),
                        Filters.eq("gone", false)))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .batchSize(most)
                .forEach(each -> found.add(SourceEntry.read(each)));
        return found;
    }

    private MongoCollection<Document> entries() {
        return store.getCollection(COLLECTION);
    }
}
