package fr.agora.jobs;

import fr.agora.platform.messaging.golden.GoldenDocuments;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoldenTests extends RunningService {

    private static final Set<String> NOT_KEPT_YET = Set.of(
            "applications", "content_reports", "offer_import_reports", "recruiter_mandates", "referrals", "relays");

    @Test
    void whatEarlierVersionsStoredIsReadAndNothingOfItIsLost() throws IOException {
        GoldenDocuments.areUnderstood(store, NOT_KEPT_YET);
    }
}
