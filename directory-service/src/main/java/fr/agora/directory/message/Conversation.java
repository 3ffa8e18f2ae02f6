package fr.agora.directory.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** What two sides write to each other; the receiving side may be several people, one after the other. */
@Document("conversations")
@CompoundIndex(name = "received", def = "{'receivers': 1, 'lastAt': -1, '_id': 1}")
@CompoundIndex(name = "sent", def = "{'sender.accountId': 1, 'lastAt': -1, '_id': 1}")
@CompoundIndex(name = "reported", def = "{'reported': 1, 'lastAt': -1, '_id': 1}", sparse = true)
class Conversation {

    /** Beyond it a new conversation is begun. */
    static final int LONGEST = 100;

    /** Whose move it is. */
    enum State {
        OPEN,
        HANDLED,
        BLOCKED
    }

    /** What happened besides the posts. */
    enum Event {
        PASSED_ON,
        HANDLED,
        REPORTED,
        REPORT_CLOSED,
        BLOCKED
    }

    /** One text. */
    record Post(Party author, boolean ofReceiver, String text, Instant at) {}

    /** @param to whom it was passed on to */
    record Step(Event event, String by, @Nullable String to, Instant at) {}

    /** Somebody to be told; the number makes its notice unique. */
    record Untold(int number, String accountId, boolean answer, boolean passedOn, String quoted) {}

    /** Why a reader finds the conversation out of place. */
    record Report(Reason reason, @Nullable String detail, Instant at) {}

    @Id
    private final String id;

    @Version
    private @Nullable Long lock;

    private final String subject;
    private Party sender;
    private Party handler;
    private Set<String> receivers = new LinkedHashSet<>();

    @Indexed
    private Set<String> unreadBy = new LinkedHashSet<>();

    private State state = State.OPEN;
    private List<Post> posts = new ArrayList<>();
    private List<Step> history = new ArrayList<>();
    private @Nullable Report report;
    private @Nullable Boolean reported;

    /** Absent when nobody is left to tell; saved with what there is to tell, see ADR 2. */
    @Indexed(sparse = true)
    private @Nullable List<Untold> untold;

    private int told;

    @Indexed
    private Instant lastAt;

    Conversation(String id, String subject, Party sender, Party handler, Instant lastAt) {
        this.id = id;
        this.subject = subject;
        this.sender = sender;
        this.handler = handler;
        this.lastAt = lastAt;
    }

    static Conversation begun(String id, String subject, String text, Party sender, Party receiver, Instant now) {
        Conversation conversation = new Conversation(id, subject, sender, receiver, now);
        conversation.receivers.add(receiver.accountId());
        conversation.posts.add(new Post(sender, false, text, now));
        conversation.tell(receiver.accountId(), false, false, sender.name() + " – " + subject + "\n\n" + text);
        return conversation;
    }

    void answer(Party author, String text, Instant now) {
        boolean ofReceiver = isReceiver(author.accountId());
        posts.add(new Post(author, ofReceiver, text, now));
        lastAt = now;
        state = State.OPEN;
        if (ofReceiver) {
            handler = author;
        }
        String to = ofReceiver ? sender.accountId() : handler.accountId();
        if (!to.isEmpty()) {
            tell(to, true, false, author.name() + "\n\n" + text);
        }
    }

    /** Another person answers from now on; the present one goes on reading. */
    void passOn(Party by, Party to, Instant now) {
        receivers.add(to.accountId());
        handler = to;
        state = State.OPEN;
        lastAt = now;
        history.add(new Step(Event.PASSED_ON, by.name(), to.name(), now));
        Post first = posts.getFirst();
        tell(to.accountId(), false, true, sender.name() + " – " + subject + "\n\n" + first.text());
    }

    void handle(Party by, Instant now) {
        if (state == State.OPEN) {
            state = State.HANDLED;
            history.add(new Step(Event.HANDLED, by.name(), null, now));
        }
    }

    void report(Report newReport) {
        report = newReport;
        reported = true;
        history.add(new Step(Event.REPORTED, "", null, newReport.at()));
    }

    void closeReport(boolean block, Instant now) {
        reported = null;
        history.add(new Step(Event.REPORT_CLOSED, "", null, now));
        if (block) {
            state = State.BLOCKED;
            history.add(new Step(Event.BLOCKED, "", null, now));
        }
    }

    private void tell(String accountId, boolean answer, boolean passedOn, String quoted) {
        List<Untold> all = new ArrayList<>(untold());
        all.add(new Untold(++told, accountId, answer, passedOn, quoted));
        untold = all;
        unreadBy.add(accountId);
    }

    void read(String accountId) {
        unreadBy.remove(accountId);
    }

    /** Words and name of somebody go; what the other side wrote stays theirs. */
    void forget(String accountId) {
        posts.replaceAll(post -> post.author().is(accountId)
                ? new Post(post.author().forgotten(), post.ofReceiver(), "", post.at())
                : post);
        history.replaceAll(step -> new Step(
                step.event(), forgotten(step.by(), accountId), forgottenOrNull(step.to(), accountId), step.at()));
        untold = null;
        if (sender.is(accountId)) {
            sender = sender.forgotten();
        }
        if (handler.is(accountId)) {
            handler = handler.forgotten();
        }
        receivers.remove(accountId);
        unreadBy.remove(accountId);
    }

    private String forgotten(String name, String accountId) {
        return names(accountId).anyMatch(name::equals) ? "" : name;
    }

    private @Nullable String forgottenOrNull(@Nullable String name, String accountId) {
        return name == null ? null : forgotten(name, accountId);
    }

    private Stream<String> names(String accountId) {
        return Stream.concat(Stream.of(sender, handler), posts.stream().map(Post::author))
                .filter(party -> party.is(accountId))
                .map(Party::name);
    }

    boolean isReceiver(String accountId) {
        return receivers.contains(accountId);
    }

    boolean isOf(String accountId) {
        return sender.is(accountId) || isReceiver(accountId);
    }

    boolean isUnreadBy(String accountId) {
        return unreadBy.contains(accountId);
    }

    boolean isReported() {
        return Boolean.TRUE.equals(reported);
    }

    /** Nobody can write here any more: blocked, full, or the other side is gone. */
    boolean isClosed() {
        return state == State.BLOCKED
                || posts.size() >= LONGEST
                || sender.accountId().isEmpty()
                || receivers.isEmpty();
    }

    boolean isDeserted() {
        return sender.accountId().isEmpty() && receivers.isEmpty();
    }

    String id() {
        return id;
    }

    String subject() {
        return subject;
    }

    Party sender() {
        return sender;
    }

    Party handler() {
        return handler;
    }

    State state() {
        return state;
    }

    List<Post> posts() {
        return List.copyOf(posts);
    }

    List<Step> history() {
        return List.copyOf(history);
    }

    @Nullable
    Report report() {
        return report;
    }

    List<Untold> untold() {
        return untold == null ? List.of() : untold;
    }

    Instant lastAt() {
        return lastAt;
    }
}
