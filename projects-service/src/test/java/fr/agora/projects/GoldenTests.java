package fr.agora.projects;

import fr.agora.platform.messaging.golden.GoldenDocuments;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoldenTests extends RunningService {

    private static final Set<String> NOT_KEPT_YET = Set.of(
            "content_reports",
            "data_cards",
            "data_links",
            "data_reuses",
            "meanings",
            "security_checklists",
            "summaries");

    @Test
    void whatEarlierVersionsStoredIsReadAndNothingOfItIsLost() throws IOException {
        GoldenDocuments.areUnderstood(store, NOT_KEPT_YET);
    }
}
