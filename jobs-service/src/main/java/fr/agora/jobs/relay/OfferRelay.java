package fr.agora.jobs.relay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A member's personal link to an offer, and what came of it: counts, nobody's names. */
@Document("relays")
@CompoundIndex(name = "of_member", def = "{'account': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(name = "oldest", def = "{'createdAt': 1}")
public class OfferRelay {

    @Id
    private final String code;

    private final String offerId;

    /** One link a member and offer: gone once revoked, so that another may follow. */
    @Indexed(unique = true, sparse = true)
    private final @Nullable String pair;

    private final @Nullable String account;
    private final @Nullable String shownName;
    private final Instant createdAt;
    private final @Nullable Instant revokedAt;
    private final long visits;
    private final long robots;
    private final long applications;

    @PersistenceCreator
    OfferRelay(
            String code,
            String offerId,
            @Nullable String pair,
            @Nullable String account,
            @Nullable String shownName,
            Instant createdAt,
            @Nullable Instant revokedAt,
            long visits,
            long robots,
            long applications) {
        this.code = code;
        this.offerId = offerId;
        this.pair = pair;
        this.account = account;
        this.shownName = shownName;
        this.createdAt = createdAt;
        this.revokedAt = revokedAt;
        this.visits = visits;
        this.robots = robots;
        this.applications = applications;
    }

    static OfferRelay of(String code, String offerId, String account, @Nullable String shownName, Instant now) {
        return new OfferRelay(code, offerId, pair(account, offerId), account, shownName, now, null, 0, 0, 0);
    }

    static String pair(String account, String offerId) {
        return account + "|" + offerId;
    }

    public String code() {
        return code;
    }

    public String offerId() {
        return offerId;
    }

    /** Whether that account made it. */
    public boolean isOf(String someone) {
        return someone.equals(account);
    }

    /** Absent unless its member chose to show it. */
    public @Nullable String shownName() {
        return shownName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** A link that was taken back still leads to the offer; nothing is counted any more. */
    public boolean isRevoked() {
        return revokedAt != null;
    }

    public long visits() {
        return visits;
    }

    /** Visits by programs, set apart. */
    public long robots() {
        return robots;
    }

    public long applications() {
        return applications;
    }

    public String url() {
        return "/offres/relais/" + code;
    }
}
