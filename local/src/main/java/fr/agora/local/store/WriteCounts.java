package fr.agora.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** Counts the documents really inserted: the backend counts those that were refused too. */
final class WriteCounts {
    private WriteCounts() {}

    static Document corrected(Document request, Document reply) {
        if (reply.get("writeErrors") instanceof List<?> errors
                && request.get("documents") instanceof List<?> sent
                && errors.stream().findFirst().orElse(null) instanceof Document refused
                && refused.get("index") instanceof Number index) {
            boolean ordered = !Boolean.FALSE.equals(request.get("ordered"));
            reply.put("n", ordered ? index.intValue() : sent.size() - errors.size());
        }
        return reply;
    }
}
