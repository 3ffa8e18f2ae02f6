package fr.agora.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which options the backend honours: it silently ignores all others, which no test would then notice. */
final class CommandOptions {
    // these change nothing on a single node that commits before it acknowledges
    private static final Set<String> EVERYWHERE =
            Set.of("$db", "$readPreference", "readConcern", "writeConcern", "maxTimeMS", "comment", "apiVersion");

    private static final Map<String, Set<String>> BY_COMMAND = Map.ofEntries(
            Map.entry(
                    "find",
                    Set.of(
                            "filter",
                            "sort",
                            "projection",
                            "skip",
                            "limit",
                            "batchSize",
                            "singleBatch",
                            "hint",
                            "noCursorTimeout",
                            "allowDiskUse")),
            Map.entry("aggregate", Set.of("pipeline", "cursor", "allowDiskUse", "hint")),
            Map.entry("insert", Set.of("documents", "ordered")),
            Map.entry("update", Set.of("updates", "ordered")),
            Map.entry("delete", Set.of("deletes", "ordered")),
            Map.entry(
                    "findandmodify",
                    Set.of("query", "sort", "remove", "update", "new", "fields", "upsert", "hint", "arrayFilters")),
            Map.entry("count", Set.of("query", "limit", "skip", "hint")),
            Map.entry("distinct", Set.of("key", "query")),
            Map.entry("create", Set.of()),
            Map.entry("createindexes", Set.of("indexes", "commitQuorum")));

    private static final Set<String> UPDATE = Set.of("q", "u", "multi", "upsert", "arrayFilters", "hint");
    private static final Set<String> DELETE = Set.of("q", "limit", "hint");
    // expiry and partial filters are declared for production; nothing expires and nothing is partial here
    private static final Set<String> INDEX = Set.of(
            "key",
            "name",
            "ns",
            "v",
            "unique",
            "sparse",
            "background",
            "expireAfterSeconds",
            "partialFilterExpression");

    private CommandOptions() {}

    static void check(String command, Document request) {
        Set<String> known = BY_COMMAND.get(command);
        if (known == null) {
            return;
        }
        String first = request.keySet().iterator().next();
        request.keySet().stream()
                .filter(option -> !option.equals(first) && !known.contains(option) && !EVERYWHERE.contains(option))
                .findFirst()
                .ifPresent(option -> refuse(first, option));
        each(request, "updates").forEach(update -> checkKeys("update", update, UPDATE));
        each(request, "deletes").forEach(delete -> checkKeys("delete", delete, DELETE));
        each(request, "indexes").forEach(CommandOptions::checkIndex);
    }

    private static void checkIndex(Document index) {
        checkKeys("createIndexes", index, INDEX);
        if (Boolean.TRUE.equals(index.get("unique")) && index.containsKey("partialFilterExpression")) {
            refuse("createIndexes", "unique together with partialFilterExpression");
        }
        if (index.get("key") instanceof Document key) {
            key.forEach((field, kind) -> {
                if (kind instanceof String text && !text.equals("hashed")) {
                    refuse("createIndexes", "an index of kind " + text + " on " + field);
                }
            });
        }
    }

    private static void checkKeys(String command, Document part, Set<String> known) {
        part.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> refuse(command, key));
        if (part.get("u") instanceof List<?>) {
            refuse(command, "a pipeline as the update");
        }
    }

    private static List<Document> each(Document request, String name) {
        return request.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    private static void refuse(String command, String option) {
        throw new MongoServerError(
                72,
                "InvalidOptions",
                "The local store does not know " + option + " of " + command
                        + ": it would ignore it, where a real MongoDB would not");
    }
}
