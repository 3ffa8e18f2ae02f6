package fr.agora.projects.support;

import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.notices.Notice;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One file of support: who needs what, the departments on it, one of them in the lead, and one thread for all. */
@Document("support_requests")
@CompoundIndex(name = "mine", def = "{'account': 1, 'receivedAt': -1, '_id': -1}")
@CompoundIndex(name = "below", def = "{'lineage': 1, 'receivedAt': -1, '_id': -1}")
@CompoundIndex(name = "of_ministry", def = "{'ministries': 1, 'receivedAt': -1, '_id': -1}")
@CompoundIndex(name = "desk", def = "{'state': 1, 'receivedAt': -1, '_id': -1}")
@CompoundIndex(name = "written_by", def = "{'thread.account': 1}")
public class SupportRequest extends OutboxDocument {

    static final int LONGEST_THREAD = 300;

    @Id
    private final String id;

    private final SupportOrigin origin;
    private final String organizationId;
    private final String title;
    private final String description;
    private final Set<SupportNeed> needs;
    private final Instant receivedAt;

    /** Whoever opened it; absent once erased. */
    private @Nullable String account;

    private List<String> lineage;
    private List<String> ministries;
    private SupportState state = SupportState.RECEIVED;
    private Set<Department> departments = EnumSet.noneOf(Department.class);
    private @Nullable Department lead;
    private @Nullable String outcome;
    private @Nullable Integer checklistVersion;
    private List<ThreadEntry> thread = new ArrayList<>();
    private List<SupportEvent> history = new ArrayList<>();
    private Map<PublicationStep, Instant> steps = new EnumMap<>(PublicationStep.class);
    private @Nullable String listedAs;

    SupportRequest(
            String id,
            SupportOrigin origin,
            String organizationId,
            String title,
            String description,
            Set<SupportNeed> needs,
            Instant receivedAt) {
        this.id = id;
        this.origin = origin;
        this.organizationId = organizationId;
        this.title = title;
        this.description = description;
        this.needs = needs;
        this.receivedAt = receivedAt;
        this.lineage = List.of(organizationId);
        this.ministries = List.of();
    }

    /** What somebody wrote in the thread. */
    public record ThreadEntry(Instant at, @Nullable String account, Voice voice, String text) {}

    /** A state reached, and in what capacity somebody brought it there. */
    public record SupportEvent(Instant at, SupportState state, Voice voice) {}

    void open(String by, Voice voice, List<String> line, List<String> answersTo, Clock clock) {
        account = by;
        lineage = line;
        ministries = answersTo;
        history.add(new SupportEvent(receivedAt, state, voice));
        if (needs.contains(SupportNeed.SECURITY)) {
            departments.add(Department.RSSI);
        }
    }

    /** The checklist in force on the day the security need was stated: a later version does not change what was asked. */
    void checkAgainst(int version) {
        checklistVersion = version;
    }

    /** Names the departments, one in the lead; again at any time while it is not over. */
    void assign(Set<Department> together, Department first, Clock clock) {
        requireGoingOn();
        departments = EnumSet.copyOf(together);
        departments.add(first);
        if (needs.contains(SupportNeed.SECURITY)) {
            departments.add(Department.RSSI);
        }
        lead = first;
        if (state == SupportState.RECEIVED) {
            reach(SupportState.QUALIFIED, clock);
        }
    }

    void start(Clock clock) {
        requireGoingOn();
        if (state != SupportState.QUALIFIED) {
            throw new ProblemException(SupportProblem.SUPPORT_STEP);
        }
        reach(SupportState.IN_PROGRESS, clock);
    }

    void close(String with, Clock clock) {
        requireGoingOn();
        if (state == SupportState.RECEIVED) {
            throw new ProblemException(SupportProblem.SUPPORT_STEP);
        }
        outcome = with;
        reach(SupportState.CLOSED, clock);
    }

    void decline(String because, Clock clock) {
        requireGoingOn();
        outcome = because;
        reach(SupportState.DECLINED, clock);
    }

    private void reach(SupportState next, Clock clock) {
        state = next;
        history.add(new SupportEvent(now(clock), next, Voice.DESK));
    }

    void write(String by, Voice voice, String text, Clock clock) {
        requireGoingOn();
        if (thread.size() >= LONGEST_THREAD) {
            throw new ProblemException(SupportProblem.THREAD_FULL, String.valueOf(LONGEST_THREAD));
        }
        thread.add(new ThreadEntry(now(clock), by, voice, text));
    }

    /** A step done stays done: doing it again changes nothing. */
    void done(PublicationStep step, Clock clock) {
        requireGoingOn();
        steps.putIfAbsent(step, now(clock));
    }

    /** The dataset or API is listed: the publication's way ends here. */
    void listed(String dataGouvId) {
        requireGoingOn();
        listedAs = dataGouvId;
    }

    private void requireGoingOn() {
        if (state.isOver()) {
            throw new ProblemException(SupportProblem.SUPPORT_OVER);
        }
    }

    /** Leaves with the next save of this document. */
    void tell(Notice notice, Clock clock) {
        nextRevision();
        announce(Notice.REQUESTED, notice.id(), notice, clock);
    }

    /** What they wrote to a public service stays, without saying any more who it was. */
    void forget(String erased) {
        if (erased.equals(account)) {
            account = null;
        }
        thread.replaceAll(each ->
                erased.equals(each.account()) ? new ThreadEntry(each.at(), null, Voice.ERASED, each.text()) : each);
    }

    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public String id() {
        return id;
    }

    public String url() {
        return "/accompagnement/" + id;
    }

    public SupportOrigin origin() {
        return origin;
    }

    public String organizationId() {
        return organizationId;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public Set<SupportNeed> needs() {
        return Set.copyOf(needs);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    @Nullable
    String account() {
        return account;
    }

    boolean isOf(String somebody) {
        return somebody.equals(account);
    }

    List<String> lineage() {
        return lineage;
    }

    List<String> ministries() {
        return ministries;
    }

    public SupportState state() {
        return state;
    }

    public Set<Department> departments() {
        return departments.isEmpty() ? Set.of() : EnumSet.copyOf(departments);
    }

    public @Nullable Department lead() {
        return lead;
    }

    public @Nullable String outcome() {
        return outcome;
    }

    public @Nullable Integer checklistVersion() {
        return checklistVersion;
    }

    public List<ThreadEntry> thread() {
        return List.copyOf(thread);
    }

    public List<SupportEvent> history() {
        return List.copyOf(history);
    }

    public Map<PublicationStep, Instant> steps() {
        return Map.copyOf(steps);
    }

    /** On data.gouv.fr. */
    public @Nullable String listedAs() {
        return listedAs;
    }
}
