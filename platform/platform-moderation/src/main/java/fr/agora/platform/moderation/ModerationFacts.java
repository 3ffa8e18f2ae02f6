package fr.agora.platform.moderation;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hears what was decided in the queue, and who is to be forgotten; a service hands it every fact of the directory. */
public final class ModerationFacts {

    private static final FactType DECIDED = new FactType("agora.directory.moderation-decided.v1");
    private static final FactType ERASED = new FactType("agora.directory.member-erased.v1");

    private final String service;
    private final ToldReports reports;
    private final DecidedItems items;

    ModerationFacts(String service, ToldReports reports, DecidedItems items) {
        this.service = service;
        this.reports = reports;
        this.items = items;
    }

    private record Decided(
            String id, String owner, String kind, String itemId, String decision, String motive, Instant decidedAt) {}

    private record Erased(@Nullable String accountId) {}

    public void hear(Fact fact) {
        if (fact.is(DECIDED)) {
            carryOut(fact.as(Decided.class), fact.revision());
        } else if (fact.is(ERASED)) {
            String account = fact.as(Erased.class).accountId();
            if (account != null) {
                reports.forget(account);
            }
        }
    }

    private void carryOut(Decided told, long revision) {
        if (!told.owner().equals(service)) {
            return;
        }
        items.carryOut(new ItemDecision(
                told.id(),
                revision,
                told.kind(),
                told.itemId(),
                told.decision().equals("HIDDEN"),
                told.motive(),
                told.decidedAt()));
        reports.decided(told.kind(), told.itemId(), told.decidedAt());
    }
}
