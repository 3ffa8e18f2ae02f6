package fr.agora.projects.reuse;

import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.projects.notices.Notice;
import fr.agora.projects.people.PersonErased;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** What one organisation takes over from one use case, from declaration to expiry. */
@Document("reuses")
@CompoundIndex(name = "of_use_case", def = "{'useCaseId': 1, 'state': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "of_organization", def = "{'organizationId': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "listed", def = "{'state': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "due", def = "{'state': 1, 'dueOn': 1, '_id': 1}")
@CompoundIndex(name = "below", def = "{'lineage': 1, 'state': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "answering", def = "{'ministryIds': 1, 'state': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "by_block", def = "{'declaration.blockIds': 1, 'state': 1}")
@CompoundIndex(name = "by_account", def = "{'accounts': 1, '_id': 1}")
public class Reuse extends OutboxDocument {

    /** How long a confirmation counts. */
    static final Period CONFIRMED_FOR = Period.ofMonths(12);
    /** How long an answer is awaited after that. */
    static final Period GRACE = Period.ofMonths(3);

    private static final int MOST_STEPS = 200;
    private static final Set<ReuseState> NOT_FOR_FILES = EnumSet.of(ReuseState.CONTESTED, ReuseState.WITHDRAWN);

    @Id
    private final String id;

    private final String useCaseId;
    private final String organizationId;
    private final Declaration declaration;

    /** One open reuse for one organisation and one use case: the store refuses a second. */
    @Indexed(unique = true, sparse = true)
    private @Nullable String openKey;

    /** Where it came from a file: its source and its identifier there. */
    @Indexed(unique = true, sparse = true)
    private @Nullable String sourceKey;

    private ReuseState state = ReuseState.DECLARED;
    private @Nullable ReuseState beforeContest;
    private List<ReuseStep> history = new ArrayList<>();
    private Set<String> accounts = new LinkedHashSet<>();
    private Set<String> lineage;
    private Set<String> ministryIds;
    private Instant updatedAt;
    private @Nullable LocalDate confirmedOn;
    private @Nullable LocalDate dueOn;

    @PersistenceCreator
    Reuse(
            String id,
            String useCaseId,
            String organizationId,
            Declaration declaration,
            Set<String> lineage,
            Set<String> ministryIds,
            Instant updatedAt) {
        this.id = id;
        this.useCaseId = useCaseId;
        this.organizationId = organizationId;
        this.declaration = declaration;
        this.lineage = lineage;
        this.ministryIds = ministryIds;
        this.updatedAt = updatedAt;
    }

    /**
     * A new one.
     *
     * @param lineage the reusing organisation and those above it, for the desks of those who may confirm
     */
    static Reuse declared(
            String id,
            String useCaseId,
            String organizationId,
            Declaration declaration,
            Collection<String> lineage,
            Collection<String> ministryIds,
            @Nullable String account,
            Clock clock) {
        Reuse reuse = new Reuse(
                id,
                useCaseId,
                organizationId,
                declaration,
                new LinkedHashSet<>(lineage),
                new LinkedHashSet<>(ministryIds),
                now(clock));
        reuse.openKey = reuse.key();
        reuse.step(ReuseState.DECLARED, account, null, clock);
        return reuse;
    }

    /** One that was declared elsewhere, on that day: nobody's account stands in its history. */
    static Reuse declaredElsewhere(
            String id,
            String sourceKey,
            String useCaseId,
            String organizationId,
            Declaration declaration,
            Collection<String> lineage,
            Collection<String> ministryIds,
            LocalDate on) {
        Reuse reuse = new Reuse(
                id,
                useCaseId,
                organizationId,
                declaration,
                new LinkedHashSet<>(lineage),
                new LinkedHashSet<>(ministryIds),
                start(on));
        reuse.sourceKey = sourceKey;
        reuse.openKey = reuse.key();
        reuse.step(ReuseState.DECLARED, start(on), null, null);
        return reuse;
    }

    /**
     * Was confirmed elsewhere on that day, and has aged since as it would have here. What is contested or withdrawn
     * here, and what was confirmed later, is left alone.
     *
     * @return whether it said anything new
     */
    boolean confirmedElsewhere(LocalDate on, Clock clock) {
        if (NOT_FOR_FILES.contains(state) || (confirmedOn != null && !on.isAfter(confirmedOn))) {
            return false;
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate due = on.plus(CONFIRMED_FOR);
        confirmedOn = on;
        dueOn = due;
        openKey = key();
        step(ReuseState.CONFIRMED, start(on), null, null);
        if (!due.isAfter(today)) {
            dueOn = today.plus(GRACE);
            step(ReuseState.TO_RECONFIRM, start(due), null, null);
        }
        if (!due.plus(GRACE).isAfter(today)) {
            dueOn = null;
            openKey = null;
            step(ReuseState.EXPIRED, start(due.plus(GRACE)), null, null);
        }
        return true;
    }

    void confirm(@Nullable String account, Clock clock) {
        require(ReuseState.AWAITING_CONFIRMATION.contains(state));
        LocalDate today = LocalDate.now(clock);
        confirmedOn = today;
        dueOn = today.plus(CONFIRMED_FOR);
        step(ReuseState.CONFIRMED, account, null, clock);
    }

    /** The year is over. */
    void askAgain(Clock clock) {
        require(state == ReuseState.CONFIRMED);
        // from today, not from the due day: a platform that slept must not expire what nobody was asked about
        dueOn = LocalDate.now(clock).plus(GRACE);
        step(ReuseState.TO_RECONFIRM, null, null, clock);
    }

    void expire(Clock clock) {
        require(state == ReuseState.TO_RECONFIRM);
        close(ReuseState.EXPIRED, null, null, clock);
    }

    void contest(String account, String reason, Clock clock) {
        require(state.isOpen() && state != ReuseState.CONTESTED);
        beforeContest = state;
        step(ReuseState.CONTESTED, account, reason, clock);
    }

    /** @param stands whether the reuse goes on as if it had not been contested */
    void settle(String account, boolean stands, String reason, Clock clock) {
        require(state == ReuseState.CONTESTED);
        if (stands) {
            step(Objects.requireNonNull(beforeContest), account, reason, clock);
            beforeContest = null;
        } else {
            close(ReuseState.WITHDRAWN, account, reason, clock);
        }
    }

    void withdraw(String account, Clock clock) {
        require(state.isOpen());
        close(ReuseState.WITHDRAWN, account, null, clock);
    }

    /** Leaves with the next save. */
    void notify(Notice notice, Clock clock) {
        nextRevision();
        announce(Notice.REQUESTED, notice.id(), notice, clock);
    }

    /** Nobody can tell afterwards who that account was. */
    void forget(String account) {
        history.replaceAll(each -> account.equals(each.by())
                ? new ReuseStep(each.state(), each.at(), PersonErased.MARKER, each.reason())
                : each);
        accounts.remove(account);
    }

    private void close(ReuseState last, @Nullable String account, @Nullable String reason, Clock clock) {
        openKey = null;
        dueOn = null;
        step(last, account, reason, clock);
    }

    private void step(ReuseState next, @Nullable String account, @Nullable String reason, Clock clock) {
        step(next, now(clock), account, reason);
    }

    private void step(ReuseState next, Instant at, @Nullable String account, @Nullable String reason) {
        if (history.size() >= MOST_STEPS) {
            history.remove(1);
        }
        state = next;
        updatedAt = at;
        history.add(new ReuseStep(next, updatedAt, account, reason));
        if (account != null) {
            accounts.add(account);
        }
    }

    private void require(boolean possible) {
        if (!possible) {
            throw ReuseProblem.REUSE_STATE.asException();
        }
    }

    boolean isOpen() {
        return state.isOpen();
    }

    public boolean isConfirmed() {
        return state == ReuseState.CONFIRMED;
    }

    public boolean awaitsConfirmation() {
        return ReuseState.AWAITING_CONFIRMATION.contains(state);
    }

    /** Absent once they were erased, and where it came from a file. */
    public Optional<String> declarer() {
        return Optional.ofNullable(history.getFirst().by()).filter(by -> !by.equals(PersonErased.MARKER));
    }

    public boolean isBy(String account) {
        return account.equals(history.getFirst().by());
    }

    public String id() {
        return id;
    }

    public String useCaseId() {
        return useCaseId;
    }

    /** The one that reuses. */
    public String organizationId() {
        return organizationId;
    }

    public Declaration declaration() {
        return declaration;
    }

    public ReuseState state() {
        return state;
    }

    public List<ReuseStep> history() {
        return List.copyOf(history);
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The latest confirmation, absent before the first. */
    public @Nullable LocalDate confirmedOn() {
        return confirmedOn;
    }

    /** When it must be confirmed again, or expires. */
    public @Nullable LocalDate dueOn() {
        return dueOn;
    }

    public String url() {
        return "/reutilisations/" + id;
    }

    private String key() {
        return organizationId + " " + useCaseId;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant now(Clock clock) {
        // the store keeps milliseconds
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
