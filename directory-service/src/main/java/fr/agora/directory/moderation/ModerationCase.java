package fr.agora.directory.moderation;

import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.moderation.ReportReason;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** One item somebody found out of place: its reports, what was decided, what its author says to that. */
@Document("moderation_cases")
@CompoundIndex(name = "queue", def = "{'state': 1, 'since': 1, '_id': 1}")
@CompoundIndex(name = "reported", def = "{'reports.reportId': 1}")
@CompoundIndex(name = "reporters", def = "{'reports.by': 1, '_id': 1}")
@CompoundIndex(name = "deciders", def = "{'steps.by': 1, '_id': 1}")
@CompoundIndex(name = "authors", def = "{'author': 1, '_id': 1}")
@CompoundIndex(name = "items", def = "{'item.itemId': 1, '_id': 1}")
class ModerationCase extends OutboxDocument {

    static final FactType DECIDED = new FactType("agora.directory.moderation-decided.v1");

    /** More of them would say nothing new. */
    static final int MOST_REPORTS = 200;

    /** Whether moderators have something to do. */
    enum State {
        OPEN,
        CLOSED
    }

    /** @param by account, empty once it is erased; never shown */
    record Report(
            String reportId, ReportReason reason, @Nullable String text, String by, Instant at) {}

    /** @param by account of the moderator, empty once it is erased; never shown */
    record Step(Decision decision, @Nullable String motive, String by, Instant at) {}

    /** What the author says to a decision, once. */
    record Contest(@Nullable String text, Instant at) {}

    /** The fact's data. */
    record Decided(
            String id,
            String owner,
            String kind,
            String itemId,
            Decision decision,
            @Nullable String motive,
            Instant decidedAt) {}

    @Id
    private final String id;

    private Item item;
    private @Nullable String author;

    /** Present while reports join it: one such case an item. */
    @Indexed(unique = true, sparse = true)
    private @Nullable String openKey;

    private State state = State.OPEN;
    private List<Report> reports = new ArrayList<>();
    private List<Step> steps = new ArrayList<>();
    private @Nullable Contest contest;

    /** Since when it waits, or is closed. */
    private Instant since;

    /** Set while what follows from the last change has yet to be done; saved with it, see ADR 2. */
    @Indexed(sparse = true)
    private @Nullable Boolean unsettled;

    ModerationCase(String id, Item item, @Nullable String author, Instant since) {
        this.id = id;
        this.item = item;
        this.author = author;
        this.since = since;
    }

    static ModerationCase of(String id, Item item, @Nullable String author, Instant now) {
        ModerationCase opened = new ModerationCase(id, item, author, now);
        opened.openKey = item.key();
        opened.unsettled = true;
        return opened;
    }

    /** @return whether it says something new: the same person reports an item once */
    boolean report(Report report) {
        if (reports.size() >= MOST_REPORTS
                || reports.stream().anyMatch(each -> each.by().equals(report.by()))) {
            return false;
        }
        reports.add(report);
        return true;
    }

    void decide(Decision decision, String motive, String moderator, Clock clock) {
        Instant now = clock.instant();
        steps.add(new Step(decision, motive, moderator, now));
        close(now);
        unsettled = true;
        nextRevision();
        if (!item.kind().isOurs() && decision != Decision.UPHELD) {
            announce(
                    DECIDED,
                    id,
                    new Decided(id, item.kind().owner(), item.kind().code(), item.itemId(), decision, motive, now),
                    clock);
        }
    }

    private void close(Instant now) {
        state = State.CLOSED;
        openKey = null;
        since = now;
    }

    /** Back into the queue; a report that comes meanwhile is a case of its own. */
    void contest(String text, Instant now) {
        contest = new Contest(text, now);
        state = State.OPEN;
        since = now;
        unsettled = true;
    }

    boolean mayBeContestedBy(String account) {
        return isOf(account)
                && state == State.CLOSED
                && contest == null
                && lastDecision().filter(Decision::isAgainst).isPresent();
    }

    /** Whether a decision is contested and nobody has looked at it again. */
    boolean isContested() {
        return contest != null && state == State.OPEN;
    }

    /** What a moderator may make of it now; nothing of a closed one, but give back what it hides. */
    List<Decision> choices() {
        if (state == State.OPEN) {
            return contest == null
                    ? List.of(Decision.KEPT, Decision.TO_MEND, Decision.HIDDEN)
                    : List.of(Decision.UPHELD, Decision.REVERSED);
        }
        return isHidden() && !item.title().isEmpty() ? List.of(Decision.REVERSED) : List.of();
    }

    boolean isHidden() {
        return steps.reversed().stream()
                .map(Step::decision)
                .filter(decision -> decision != Decision.UPHELD)
                .findFirst()
                .filter(decision -> decision == Decision.HIDDEN)
                .isPresent();
    }

    boolean isOf(String account) {
        return account.equals(author);
    }

    boolean wasDecidedBy(String moderator) {
        return steps.stream().anyMatch(step -> step.by().equals(moderator));
    }

    Optional<Decision> lastDecision() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().decision());
    }

    /** Somebody asked to be forgotten: their words go, whatever they were here; that something happened stays. */
    void forget(String account) {
        reports.replaceAll(report -> report.by().equals(account)
                ? new Report(report.reportId(), report.reason(), null, "", report.at())
                : report);
        steps.replaceAll(
                step -> step.by().equals(account) ? new Step(step.decision(), step.motive(), "", step.at()) : step);
        if (isOf(account)) {
            author = null;
            contest = contest == null ? null : new Contest(null, contest.at());
        }
    }

    /** The profile is a tombstone: nothing of what was said about it is kept, and nothing is left to decide. */
    void forgetItem(Instant now) {
        item = item.withoutTitle();
        contest = contest == null ? null : new Contest(null, contest.at());
        steps.replaceAll(step -> new Step(step.decision(), null, step.by(), step.at()));
        reports.replaceAll(report -> new Report(report.reportId(), report.reason(), null, report.by(), report.at()));
        unsettled = null;
        if (state == State.OPEN) {
            close(now);
        }
    }

    String id() {
        return id;
    }

    Item item() {
        return item;
    }

    @Nullable
    String author() {
        return author;
    }

    State state() {
        return state;
    }

    List<Report> reports() {
        return List.copyOf(reports);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    @Nullable
    Contest contest() {
        return contest;
    }

    Instant since() {
        return since;
    }
}
