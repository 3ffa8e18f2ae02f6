package fr.agora.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;

/** A collection on the file that looks at the few documents its ids name, where the inherited one looks at all. */
final class FileCollection extends H2Collection {
    private final MVMap<Object, Document> documents;
    private final DocumentType type;

    FileCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            DocumentType type,
            MVMap<String, Object> about,
            CursorRegistry cursors) {
        super(database, name, options, documents, about, cursors);
        this.documents = documents;
        this.type = type;
    }

    /** Called with the document as it is in the map, altered already. */
    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        type.changed(newDocument);
        super.handleUpdate(position, oldDocument, newDocument);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document order, int skip, int limit, int batch, Document fields) {
        return Candidates.byId(query, documents)
                .map(candidates -> matchDocuments(query, candidates, order, skip, limit, batch, fields))
                .orElseGet(() -> super.queryDocuments(query, order, skip, limit, batch, fields));
    }

    /** Reached for what no index answers by itself: a version beside an id, say, which is how every save is guarded. */
    @Override
    protected QueryResult matchDocuments(
            Document query, Document order, int skip, int limit, int batch, Document fields) {
        for (var index : getIndexes()) {
            var candidates = Candidates.of(query, index);
            if (candidates.isPresent()) {
                return matchDocuments(query, candidates.get(), order, skip, limit, batch, fields);
            }
        }
        return InOrder.of(query, order, documents)
                // in their order already, so that the limit ends the looking
                .map(found -> matchDocumentsFromStream(query, found, skip, limit, batch, null, fields))
                .orElseGet(() -> super.matchDocuments(query, order, skip, limit, batch, fields));
    }
}
