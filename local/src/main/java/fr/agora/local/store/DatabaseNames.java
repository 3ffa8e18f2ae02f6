package fr.agora.local.store;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Set;

/** Refuses the database names that collide with the file's own catalogues. */
final class DatabaseNames {
    private static final Set<String> RESERVED = Set.of("databases", "meta");

    private DatabaseNames() {}

    static void check(String name) {
        if (name.isBlank() || name.contains(".") || RESERVED.contains(name)) {
            throw new MongoServerError(73, "InvalidNamespace", "A database cannot be called '" + name + "' here");
        }
    }
}
