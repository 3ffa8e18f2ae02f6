package fr.agora.projects.funding;

import fr.agora.platform.text.OpaqueId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** What the window gave one use case in one year; both amounts are whole euros. */
@Document("funding_grants")
@CompoundIndex(name = "of_use_case", def = "{'useCaseId': 1, 'year': -1}", unique = true)
@CompoundIndex(name = "of_year", def = "{'year': -1, '_id': 1}")
public final class FundingGrant {

    @Id
    private final String id;

    private final String useCaseId;
    private final int year;
    private final long totalBudget;
    private final long share;
    private final Instant recordedAt;

    @PersistenceCreator
    FundingGrant(String id, String useCaseId, int year, long totalBudget, long share, Instant recordedAt) {
        this.id = id;
        this.useCaseId = useCaseId;
        this.year = year;
        this.totalBudget = totalBudget;
        this.share = share;
        this.recordedAt = recordedAt;
    }

    static FundingGrant of(String useCaseId, GrantDraft draft, Clock clock) {
        return new FundingGrant(
                OpaqueId.next("fg"),
                useCaseId,
                draft.year(),
                draft.totalBudget(),
                draft.share(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    public String id() {
        return id;
    }

    public String useCaseId() {
        return useCaseId;
    }

    public int year() {
        return year;
    }

    public long totalBudget() {
        return totalBudget;
    }

    /** What the window pays of it. */
    public long share() {
        return share;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
