package fr.agora.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/** The backend on one file: nothing reaches it but whole commands, and it is compacted when opened. */
final class FileBackend extends H2Backend {
    // a chunk nobody needs is reused after this long: a commit per command would otherwise grow the file by gigabytes
    private static final int RETENTION_MILLIS = 1_000;
    // what replaced a chunk is on the disk itself before the chunk is reused: a power cut costs half a second, not the
    // file
    private static final long SYNC_NANOS = TimeUnit.MILLISECONDS.toNanos(RETENTION_MILLIS / 2);
    // five stores share one small JVM, each of a few megabytes of documents
    private static final int CACHE_MEGABYTES = 16;
    private static final int COMMITS_BETWEEN_COMPACTIONS = 256;
    private static final int FILL_RATE_PERCENT = 50;
    private static final int COMPACTED_BYTES = 4 * 1024 * 1024;

    private int commits;
    private long synced = System.nanoTime();

    private FileBackend(MVStore store) {
        super(store);
    }

    static FileBackend open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            if (Files.exists(file)) {
                MVStoreTool.compact(file.toString(), false);
            }
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
            store.setRetentionTime(RETENTION_MILLIS);
            store.setVersionsToKeep(0);
            return new FileBackend(store);
        } catch (MVStoreException e) {
            throw new IOException("The store file " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public void commit() {
        MVStore store = getMvStore();
        // before the commit, not after: after an idle hour, too, nothing is overwritten that only the cache replaces
        if (System.nanoTime() - synced > SYNC_NANOS) {
            store.sync();
            synced = System.nanoTime();
        }
        store.commit();
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            store.compact(FILL_RATE_PERCENT, COMPACTED_BYTES);
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new FileDatabase(databaseName, getMvStore(), getCursorRegistry());
    }
}
