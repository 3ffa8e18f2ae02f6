package fr.agora.local.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;

/** Where the documents are that an index knows for a part of a query: all that match the query, and perhaps others. */
final class Candidates {
    private static final Set<String> EQUALITIES = Set.of("$eq", "$in");
    /** Equal to nothing of another type, unlike numbers. */
    private static final Set<Class<?>> PLAIN_IDS = Set.of(String.class, ObjectId.class);

    private Candidates() {}

    /**
     * By the ids themselves, under which documents are kept.
     *
     * @return empty where the query names none, or ids that may be equal without being the same
     */
    static Optional<Set<Object>> byId(Document query, MVMap<Object, Document> documents) {
        return condition(query, "_id")
                .map(condition -> condition instanceof Document among && among.get("$in") instanceof Collection<?> ids
                        ? ids
                        : List.of(condition))
                .filter(ids -> ids.stream().allMatch(id -> id != null && PLAIN_IDS.contains(id.getClass())))
                .map(ids -> ids.stream()
                        .filter(documents::containsKey)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** @return empty where the query says too little for this index, or says it by more than equality */
    static Optional<Set<Object>> of(Document query, Index<Object> index) {
        var part = new Document();
        for (var key : index.getKeys().stream().map(IndexKey::getKey).toList()) {
            var condition = condition(query, key);
            if (condition.isEmpty()) {
                return Optional.empty();
            }
            part.put(key, condition.get());
        }
        if (!index.canHandle(part)) {
            return Optional.empty();
        }
        // a document with several values in the index would come once for each
        var positions = new LinkedHashSet<>();
        index.getPositions(part).forEach(positions::add);
        return Optional.of(positions);
    }

    private static Optional<Object> condition(Document query, String key) {
        var condition = query.get(key);
        if (condition != null) {
            return isEquality(condition) ? Optional.of(plain(condition)) : Optional.empty();
        }
        return query.get("$and") instanceof Collection<?> parts
                ? parts.stream()
                        .filter(Document.class::isInstance)
                        .map(part -> condition((Document) part, key))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isEquality(Object condition) {
        return switch (condition) {
            case Document operators -> operators.size() == 1 && EQUALITIES.containsAll(operators.keySet());
            case String _, Number _, ObjectId _ -> true;
            default -> false;
        };
    }

    private static Object plain(Object condition) {
        return condition instanceof Document operators && operators.containsKey("$eq")
                ? operators.get("$eq")
                : condition;
    }
}
