package fr.agora.search;

import fr.agora.platform.messaging.golden.GoldenDocuments;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

class GoldenTests extends SearchTest {

    private static final Set<String> NOT_KEPT_YET = Set.of(
            "audit_entries",
            "audit_seals",
            "mandates_copy",
            "readers",
            "rebuild_claims",
            "rebuilds",
            "saved_searches",
            "vectors");

    @Autowired
    private MongoTemplate store;

    @Test
    void whatEarlierVersionsStoredIsReadAndNothingOfItIsLost() throws IOException {
        GoldenDocuments.areUnderstood(store, NOT_KEPT_YET);
    }
}
