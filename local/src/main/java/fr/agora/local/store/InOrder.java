package fr.agora.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The documents in the order of their ids, from the first that a query can mean: the order they are kept in. */
final class InOrder {
    private static final Set<Class<?>> KEPT_IN_ORDER = Set.of(Long.class, String.class);

    private InOrder() {}

    /** @return empty where another order is asked for, or where the ids are of several types */
    static Optional<Stream<Document>> of(Document query, @Nullable Document order, MVMap<Object, Document> documents) {
        if (order == null || !order.keySet().equals(Set.of("_id")) || !(order.get("_id") instanceof Number direction)) {
            return Optional.empty();
        }
        // types stand apart in the map: where both ends are of one, so is all between them
        var first = documents.firstKey();
        if (first == null
                || !KEPT_IN_ORDER.contains(first.getClass())
                || first.getClass() != documents.lastKey().getClass()) {
            return Optional.empty();
        }
        var least = bound(query, first.getClass(), "$gte", "$gt");
        var most = bound(query, first.getClass(), "$lte", "$lt");
        var cursor =
                direction.intValue() < 0 ? documents.cursor(most, least, true) : documents.cursor(least, most, false);
        return Optional.of(stream(cursor));
    }

    /** Whether the bound itself is meant is left to the query. */
    private static @Nullable Object bound(Document query, Class<?> type, String... operators) {
        if (query.get("_id") instanceof Document condition) {
            for (var operator : operators) {
                if (type.isInstance(condition.get(operator))) {
                    return condition.get(operator);
                }
            }
        }
        return null;
    }

    private static Stream<Document> stream(Cursor<Object, Document> cursor) {
        Iterator<Document> values = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Document next() {
                cursor.next();
                return cursor.getValue();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(values, Spliterator.ORDERED), false);
    }
}
