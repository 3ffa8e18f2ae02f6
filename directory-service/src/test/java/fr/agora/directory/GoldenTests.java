package fr.agora.directory;

import fr.agora.platform.messaging.golden.GoldenDocuments;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@DirectoryTest
class GoldenTests {

    private static final Set<String> NOT_KEPT_YET = Set.of(
            "account_notes", "conversations", "import_reports", "message_allowances", "moderation_cases", "photos");

    @Autowired
    private MongoTemplate store;

    @Test
    void whatEarlierVersionsStoredIsReadAndNothingOfItIsLost() throws IOException {
        GoldenDocuments.areUnderstood(store, NOT_KEPT_YET);
    }
}
