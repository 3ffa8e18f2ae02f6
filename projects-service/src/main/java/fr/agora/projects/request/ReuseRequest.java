package fr.agora.projects.request;

import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.projects.notices.Notice;
import fr.agora.projects.people.PersonErased;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One request with its thread. */
@Document("reuse_requests")
@CompoundIndex(name = "by_account", def = "{'accounts': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "of_author", def = "{'ownerAccount': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "below", def = "{'lineage': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "answering", def = "{'ministryIds': 1, 'updatedAt': -1, '_id': -1}")
public class ReuseRequest extends OutboxDocument {

    private static final int MOST_MESSAGES = 200;

    @Id
    private final String id;

    private final String useCaseId;
    private final String organizationId;
    private final List<String> blockIds;
    private String requester;
    private @Nullable String ownerAccount;
    private Set<String> lineage;
    private Set<String> ministryIds;
    private RequestState state = RequestState.OPEN;
    private List<RequestMessage> thread = new ArrayList<>();
    private Set<String> accounts = new LinkedHashSet<>();
    private Instant updatedAt;

    @PersistenceCreator
    ReuseRequest(
            String id,
            String useCaseId,
            String organizationId,
            List<String> blockIds,
            String requester,
            @Nullable String ownerAccount,
            Set<String> lineage,
            Set<String> ministryIds,
            Instant updatedAt) {
        this.id = id;
        this.useCaseId = useCaseId;
        this.organizationId = organizationId;
        this.blockIds = List.copyOf(blockIds);
        this.requester = requester;
        this.ownerAccount = ownerAccount;
        this.lineage = lineage;
        this.ministryIds = ministryIds;
        this.updatedAt = updatedAt;
    }

    /**
     * Adds a message; the first answer of those asked opens the discussion.
     *
     * @param by account that wrote it
     */
    void say(Side side, String text, String by, Clock clock) {
        requireOpen();
        if (thread.size() >= MOST_MESSAGES) {
            throw RequestProblem.REQUEST_THREAD_FULL.asException(MOST_MESSAGES);
        }
        if (side == Side.OWNER) {
            state = RequestState.IN_DISCUSSION;
        }
        updatedAt = now(clock);
        accounts.add(by);
        thread.add(new RequestMessage(side, text, updatedAt, by));
    }

    /** Ends it. */
    void close(RequestState last, Clock clock) {
        requireOpen();
        state = last;
        updatedAt = now(clock);
    }

    void notify(Notice notice, Clock clock) {
        nextRevision();
        announce(Notice.REQUESTED, notice.id(), notice, clock);
    }

    /** Nobody can tell afterwards who that account was; what they wrote as a person goes too. */
    void forget(String account, String instead) {
        thread.replaceAll(each -> account.equals(each.by())
                ? new RequestMessage(each.side(), instead, each.at(), PersonErased.MARKER)
                : each);
        if (account.equals(requester)) {
            requester = PersonErased.MARKER;
        }
        if (account.equals(ownerAccount)) {
            ownerAccount = null;
        }
        accounts.remove(account);
    }

    private void requireOpen() {
        if (!state.isOpen()) {
            throw RequestProblem.REQUEST_CLOSED.asException();
        }
    }

    public boolean isBy(String account) {
        return account.equals(requester);
    }

    String requester() {
        return requester;
    }

    public String id() {
        return id;
    }

    public String useCaseId() {
        return useCaseId;
    }

    /** The one that would like to reuse. */
    public String organizationId() {
        return organizationId;
    }

    /** Bricks asked for; none means the whole use case. */
    public List<String> blockIds() {
        return blockIds;
    }

    public RequestState state() {
        return state;
    }

    public List<RequestMessage> thread() {
        return List.copyOf(thread);
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String url() {
        return "/reutilisations/demandes/" + id;
    }

    private static Instant now(Clock clock) {
        // the store keeps milliseconds
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
