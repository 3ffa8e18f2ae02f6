package fr.agora.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database on the file that, once dropped, takes only its own collections with it. */
final class FileDatabase extends H2Database {
    private static final String COLLECTIONS = "databases.";
    private static final String META = "meta.";

    private final MVStore store;

    FileDatabase(String name, MVStore store, CursorRegistry cursors) {
        // the inherited constructor opens collections already
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        String name = getFullCollectionNamespace(collection);
        var type = new DocumentType();
        return new FileCollection(
                this,
                collection,
                options,
                store.openMap(COLLECTIONS + name, new MVMap.Builder<Object, Document>().valueType(type)),
                type,
                store.openMap(META + name),
                cursorRegistry);
    }

    /** Not the inherited one: it removes by the bare name, so that dropping "ab" empties "abc". */
    @Override
    public void drop(Oplog oplog) {
        List<String> collections = mapsOf(COLLECTIONS + databaseName + ".").stream()
                .map(map -> map.substring(COLLECTIONS.length() + databaseName.length() + 1))
                .toList();
        // the catalogues of names and indexes go last, the others are looked up in them
        collections.stream().filter(name -> !name.startsWith("system.")).forEach(name -> dropCollection(name, oplog));
        for (String prefix : List.of("", COLLECTIONS, META)) {
            mapsOf(prefix + databaseName + ".").forEach(store::removeMap);
        }
    }

    private List<String> mapsOf(String prefix) {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }
}
