package fr.agora.jobs.recruiter;

import fr.agora.jobs.notices.Notice;
import fr.agora.jobs.recruiter.RecruiterMandateStep.Quality;
import fr.agora.platform.messaging.OutboxDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A mandate from its request to its end, with what the identity server still has to be told. */
@Document("recruiter_mandates")
@CompoundIndex(name = "listed", def = "{'state': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "of_account", def = "{'account': 1, 'updatedAt': -1}")
@CompoundIndex(name = "to_tell", def = "{'role': 1, 'nextTry': 1}")
@CompoundIndex(name = "ending", def = "{'state': 1, 'endsOn': 1}")
public class RecruiterMandate extends OutboxDocument {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(30);

    @Id
    private final String id;

    private final RecruiterMandateKind kind;
    private final String organizationId;
    private final String organizationName;
    private final List<String> ministryIds;
    private @Nullable String account;
    private @Nullable String name;
    private @Nullable String reason;

    /** Account and kind while asked for or in force: one at a time. */
    @Indexed(unique = true, sparse = true)
    private @Nullable String openKey;

    private RecruiterMandateState state = RecruiterMandateState.REQUESTED;
    private RoleStanding role = RoleStanding.NONE;
    // apart from the account: an erased person's role is still to be taken back
    private @Nullable String roleAccount;
    private int attempts;
    private @Nullable Instant toldAt;
    private @Nullable Instant nextTry;
    private @Nullable LocalDate endsOn;
    private Instant updatedAt;
    private List<RecruiterMandateStep> steps = new ArrayList<>();

    @PersistenceCreator
    RecruiterMandate(
            String id,
            RecruiterMandateKind kind,
            String organizationId,
            String organizationName,
            List<String> ministryIds,
            Instant updatedAt) {
        this.id = id;
        this.kind = kind;
        this.organizationId = organizationId;
        this.organizationName = organizationName;
        this.ministryIds = List.copyOf(ministryIds);
        this.updatedAt = updatedAt;
    }

    /**
     * A request.
     *
     * @param account who asks, and under which name they sign
     */
    static RecruiterMandate requested(
            String id,
            RecruiterMandateKind kind,
            Employer employer,
            String account,
            String name,
            String reason,
            Clock clock) {
        RecruiterMandate mandate =
                new RecruiterMandate(id, kind, employer.id(), employer.name(), employer.ministries(), clock.instant());
        mandate.account = account;
        mandate.name = name;
        mandate.reason = reason;
        mandate.openKey = account + "/" + kind;
        mandate.moveTo(RecruiterMandateState.REQUESTED, Quality.HOLDER, null, clock);
        if (kind == RecruiterMandateKind.RECRUITER) {
            mandate.notify(RecruiterNotices.requested(employer.id()), clock);
        }
        return mandate;
    }

    /** For whom somebody asks. */
    record Employer(String id, String name, List<String> ministries) {}

    void grant(Quality by, @Nullable String said, LocalDate lastDay, Clock clock) {
        require(RecruiterMandateState.REQUESTED);
        endsOn = lastDay;
        if (kind == RecruiterMandateKind.RECRUITER) {
            owe(RoleStanding.TO_GRANT, account, clock);
        }
        moveTo(RecruiterMandateState.GRANTED, by, said, clock);
        tellHolder(clock);
    }

    void refuse(Quality by, String said, Clock clock) {
        require(RecruiterMandateState.REQUESTED);
        moveTo(RecruiterMandateState.REFUSED, by, said, clock);
        tellHolder(clock);
    }

    void withdraw(Quality by, @Nullable String said, Clock clock) {
        if (by != Quality.HOLDER) {
            require(RecruiterMandateState.GRANTED);
        } else if (!isOpen()) {
            throw RecruiterProblem.RECRUITER_MANDATE_STATE.asException();
        }
        end(RecruiterMandateState.WITHDRAWN, by, said, clock);
        if (by != Quality.HOLDER) {
            tellHolder(clock);
        }
    }

    void expire(Clock clock) {
        if (state == RecruiterMandateState.GRANTED) {
            end(RecruiterMandateState.EXPIRED, Quality.CALENDAR, null, clock);
            tellHolder(clock);
        }
    }

    /** Nobody is named any more; what is still to be told the identity server keeps the account until it is told. */
    void forgetHolder(Clock clock) {
        if (isOpen()) {
            end(RecruiterMandateState.WITHDRAWN, Quality.ERASURE, null, clock);
        }
        dropWaitingFacts();
        account = null;
        name = null;
        reason = null;
        steps.replaceAll(step -> new RecruiterMandateStep(step.at(), step.state(), step.by(), null));
    }

    private void end(RecruiterMandateState as, Quality by, @Nullable String said, Clock clock) {
        if (role == RoleStanding.GRANTED || role == RoleStanding.TO_GRANT) {
            // a grant that was never confirmed may have arrived all the same
            owe(RoleStanding.TO_REMOVE, roleAccount, clock);
        }
        moveTo(as, by, said, clock);
    }

    private void owe(RoleStanding what, @Nullable String whose, Clock clock) {
        role = what;
        roleAccount = whose;
        attempts = 0;
        nextTry = now(clock);
    }

    /** The identity server has done what was owed. */
    void told(Clock clock) {
        if (role == RoleStanding.TO_GRANT) {
            role = RoleStanding.GRANTED;
        } else if (role == RoleStanding.TO_REMOVE) {
            role = RoleStanding.REMOVED;
            roleAccount = null;
        }
        nextTry = null;
        attempts = 0;
        toldAt = now(clock);
    }

    /** It did not answer: later again, ever less often, and never given up. */
    void tryLater(Clock clock) {
        attempts++;
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, 6));
        nextTry = now(clock).plus(wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait);
    }

    private void require(RecruiterMandateState expected) {
        if (state != expected) {
            throw RecruiterProblem.RECRUITER_MANDATE_STATE.asException();
        }
    }

    private void moveTo(RecruiterMandateState next, Quality by, @Nullable String said, Clock clock) {
        state = next;
        updatedAt = now(clock);
        if (!isOpen()) {
            openKey = null;
        }
        steps.add(new RecruiterMandateStep(updatedAt, next, by, said));
    }

    private void tellHolder(Clock clock) {
        if (account != null) {
            notify(RecruiterNotices.decided(account, state), clock);
        }
    }

    private void notify(Notice notice, Clock clock) {
        nextRevision();
        announce(Notice.REQUESTED, notice.id(), notice, clock);
    }

    private static Instant now(Clock clock) {
        // the store keeps milliseconds
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean isOpen() {
        return state == RecruiterMandateState.REQUESTED || state == RecruiterMandateState.GRANTED;
    }

    /** Granted, and its last day is not past, whenever the sweep comes by. */
    public boolean isInForce(LocalDate today) {
        return state == RecruiterMandateState.GRANTED && (endsOn == null || !today.isAfter(endsOn));
    }

    /**
     * Whether a token may still speak of it though it is over: until the identity server was told, and for as long
     * after that as a token lives.
     */
    boolean isOutlivedByTokens(Duration tokens, Clock clock) {
        if (isInForce(LocalDate.now(clock))) {
            return false;
        }
        return switch (role) {
            case NONE -> false;
            case TO_GRANT, GRANTED, TO_REMOVE -> true;
            case REMOVED -> toldAt != null && toldAt.plus(tokens).isAfter(clock.instant());
        };
    }

    public boolean isHeldBy(String other) {
        return other.equals(account);
    }

    public String id() {
        return id;
    }

    public RecruiterMandateKind kind() {
        return kind;
    }

    public RecruiterMandateState state() {
        return state;
    }

    public RoleStanding role() {
        return role;
    }

    @Nullable
    String roleAccount() {
        return roleAccount;
    }

    public String organizationId() {
        return organizationId;
    }

    public String organizationName() {
        return organizationName;
    }

    /** The ministries the organisation answered to when the mandate was asked for. */
    public List<String> ministryIds() {
        return ministryIds;
    }

    /** Who asks, as they sign; absent once erased. */
    public @Nullable String name() {
        return name;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable LocalDate endsOn() {
        return endsOn;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The first step first. */
    public List<RecruiterMandateStep> steps() {
        return List.copyOf(steps);
    }
}
