package fr.agora.jobs.application;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Candidates' files, in the store's GridFS and nowhere else. A file waits until the application that names it is saved;
 * one that waits for long belongs to nobody.
 */
@Component
class CvFiles {

    private static final String BUCKET = "cv";
    private static final int CHUNK = 1024 * 1024;
    private static final String WAITING = "metadata.waiting";

    private final GridFSBucket bucket;
    private final MongoCollection<Document> files;
    private final MongoCollection<Document> chunks;

    CvFiles(MongoDatabaseFactory databases) {
        MongoDatabase database = databases.getMongoDatabase();
        bucket = GridFSBuckets.create(database, BUCKET);
        files = database.getCollection(BUCKET + ".files");
        chunks = database.getCollection(BUCKET + ".chunks");
        files.createIndex(
                Indexes.ascending(WAITING, "uploadDate"),
                new IndexOptions().name("waiting").sparse(true));
    }

    /** Its id. The name is not kept with it: who it belongs to is the application's business. */
    String add(byte[] content) {
        return bucket.uploadFromStream(
                        "cv",
                        new ByteArrayInputStream(content),
                        new GridFSUploadOptions().chunkSizeBytes(CHUNK).metadata(new Document("waiting", true)))
                .toHexString();
    }

    /** An application names it. */
    void claim(String id) {
        files.updateOne(Filters.eq("_id", new ObjectId(id)), Updates.unset(WAITING));
    }

    InputStream open(String id) {
        return bucket.openDownloadStream(new ObjectId(id));
    }

    /** Content first: what is interrupted leaves a name to be removed again, never pages without one. */
    void remove(String id) {
        ObjectId file = new ObjectId(id);
        chunks.deleteMany(Filters.eq("files_id", file));
        files.deleteOne(Filters.eq("_id", file));
    }

    /** At most so many of those that wait since before that moment. */
    List<String> waitingBefore(Instant moment, int most) {
        List<String> found = new ArrayList<>();
        files.find(Filters.and(Filters.eq(WAITING, true), Filters.lt("uploadDate", Date.from(moment))))
                .sort(Sorts.ascending("uploadDate"))
                .limit(most)
                .batchSize(most)
                .forEach(file -> found.add(file.getObjectId("_id").toHexString()));
        return found;
    }
}
