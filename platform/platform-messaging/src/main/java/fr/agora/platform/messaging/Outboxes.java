package fr.agora.platform.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** The outboxes of every collection, read and emptied without ever touching a document's state or its lock. */
final class Outboxes {

    private static final int PAGE = 100;

    private final MongoDatabaseFactory databases;
    private final MongoMappingContext mappings;

    Outboxes(MongoDatabaseFactory databases, MongoMappingContext mappings) {
        this.databases = databases;
        this.mappings = mappings;
    }

    /** Where aggregates with an outbox live. */
    Set<String> collections() {
        var collections = new TreeSet<String>();
        for (var entity : mappings.getPersistentEntities()) {
            if (OutboxDocument.class.isAssignableFrom(entity.getType())
                    && entity.isAnnotationPresent(org.springframework.data.mongodb.core.mapping.Document.class)) {
                collections.add(entity.getCollection());
            }
        }
        return collections;
    }

    void declareIndexes() {
        for (var collection : collections()) {
            // sparse: only documents with something waiting are in it
            in(collection).createIndex(Indexes.ascending("outbox.occurredAt"), new IndexOptions().sparse(true));
        }
    }

    /** Documents with something to publish, oldest first, but for those already tried. */
    List<WaitingDocument> waiting(String collection, int most, Collection<Object> except) {
        var pending = pending();
        return read(collection, except.isEmpty() ? pending : Filters.and(pending, Filters.nin("_id", except)), most);
    }

    List<WaitingDocument> waitingAmong(String collection, Collection<Object> ids) {
        return read(collection, Filters.and(Filters.in("_id", ids), pending()), ids.size());
    }

    void remove(String collection, Object documentId, Collection<String> entries) {
        in(collection)
                .updateOne(
                        Filters.eq("_id", documentId),
                        Updates.pull("outbox", new Document("_id", new Document("$in", List.copyOf(entries)))));
    }

    void park(String collection, Object documentId, String entry, String reason) {
        mark(collection, documentId, entry, Updates.set("outbox.$[e].parked", reason));
    }

    void release(String collection, Object documentId, String entry) {
        mark(collection, documentId, entry, Updates.unset("outbox.$[e].parked"));
    }

    private void mark(String collection, Object documentId, String entry, Bson change) {
        in(collection)
                .updateOne(
                        Filters.and(Filters.eq("_id", documentId), Filters.eq("outbox._id", entry)),
                        change,
                        new UpdateOptions().arrayFilters(List.of(Filters.eq("e._id", entry))));
    }

    long countWaiting() {
        return count(pending());
    }

    long countParked() {
        return count(parked());
    }

    private long count(Bson filter) {
        return collections().stream()
                .mapToLong(collection -> in(collection).countDocuments(filter))
                .sum();
    }

    /** Shows each parked entry, document by document. */
    void forEachParked(int most, Consumer<ParkedMessages.ParkedFact> sink) {
        for (var collection : collections()) {
            for (var found : read(collection, parked(), most)) {
                found.entries().stream()
                        .filter(WaitingEntry::isParked)
                        .map(entry -> new ParkedMessages.ParkedFact(
                                collection, found.id(), entry.id(), entry.type(), entry.occurredAt(), entry.reason()))
                        .forEach(sink);
            }
        }
    }

    private List<WaitingDocument> read(String collection, Bson filter, int most) {
        var found = new ArrayList<WaitingDocument>();
        in(collection)
                .find(filter)
                .projection(Projections.include("_id", "outbox"))
                .sort(Sorts.ascending("outbox.occurredAt"))
                .limit(most)
                .batchSize(Math.min(most, PAGE))
                .forEach(document -> found.add(WaitingDocument.of(collection, document)));
        return found;
    }

    private MongoCollection<Document> in(String collection) {
        return databases.getMongoDatabase().getCollection(collection);
    }

    private static Bson pending() {
        return entry(Filters.exists("parked", false));
    }

    private static Bson parked() {
        return entry(Filters.exists("parked", true));
    }

    private static Bson entry(Bson condition) {
        // the bound on the date says nothing new, but lets the sparse index answer
        return Filters.elemMatch("outbox", Filters.and(Filters.gt("occurredAt", Date.from(Instant.EPOCH)), condition));
    }
}
