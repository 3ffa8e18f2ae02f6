package fr.agora.gateway.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;

/** The sessions of all gateways, in the gateway's own database. */
public class Sessions implements SessionRepository<StoredSession> {

    /** Being seen again within this time is not worth a write. */
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

    private static final Duration LOGOUT_TIME = Duration.ofMinutes(1);

    private final MongoCollection<Document> sessions;
    private final SessionTimes times;
    private final Clock clock;

    Sessions(MongoCollection<Document> sessions, SessionTimes times, Clock clock) {
        this.sessions = sessions;
        this.times = times;
        this.clock = clock;
    }

    @Nullable
    Visitor visitor(String sessionId) {
        Document document = answered(() -> sessions.find(alive(SessionDocument.key(sessionId)))
                .projection(exclude(SessionDocument.LOGIN_STATE))
                .first());
        if (document == null) {
            return null;
        }
        keepAlive(document);
        return SessionDocument.visitor(document);
    }

    private void keepAlive(Document document) {
        Instant now = clock.instant();
        if (document.getDate(SessionDocument.SEEN)
                .toInstant()
                .plus(SEEN_PRECISION)
                .isAfter(now)) {
            return;
        }
        Instant created = document.getDate(SessionDocument.CREATED).toInstant();
        boolean loggedIn = document.getString(SessionDocument.SUBJECT) != null;
        update(
                document.getString("_id"),
                combine(
                        set(SessionDocument.SEEN, Date.from(now)),
                        set(SessionDocument.EXPIRES, Date.from(times.expiry(created, now, loggedIn)))));
    }

    /** Replaces the tokens of a session; null drops them, and the person is asked to log in again. */
    public void renew(String key, @Nullable Credentials credentials) {
        update(
                key,
                credentials == null
                        ? unset(SessionDocument.CREDENTIALS)
                        : set(SessionDocument.CREDENTIALS, SessionDocument.written(credentials)));
    }

    /** The tokens a session holds now; null when there are none, or no session. */
    public @Nullable Credentials credentials(String key) {
        Document document = answered(() -> sessions.find(alive(key)).first());
        return document == null ? null : SessionDocument.credentials(document);
    }

    // never an upsert: a session ended by the back channel stays ended
    private void update(String key, org.bson.conversions.Bson change) {
        answered(() -> sessions.updateOne(eq("_id", key), change));
    }

    /** Ends one session by its key. */
    public void end(String key) {
        answered(() -> sessions.deleteOne(eq("_id", key)));
    }

    /** Ends every session that came from one session of the identity server. */
    public long endOfKeycloakSession(String keycloakSession) {
        return answered(() -> sessions.deleteMany(eq(SessionDocument.KEYCLOAK_SESSION, keycloakSession)))
                .getDeletedCount();
    }

    /** Ends every session of an account. */
    public long endOfSubject(String subject) {
        return answered(() -> sessions.deleteMany(eq(SessionDocument.SUBJECT, subject)))
                .getDeletedCount();
    }

    /**
     * Keeps a token for a browser that logs out and has to show it on another host, where no cookie of this one goes.
     *
     * @return what it is found by, once and within the minute
     */
    public String keepForLogout(String idToken) {
        String ticket = StoredSession.random();
        Date end = Date.from(clock.instant().plus(LOGOUT_TIME));
        answered(() -> sessions.insertOne(new Document("_id", logoutKey(ticket))
                .append(SessionDocument.EXPIRES, end)
                .append(SessionDocument.LOGOUT, idToken)));
        return ticket;
    }

    /** The token kept under this, which is then forgotten; null when there is none, or no more. */
    public @Nullable String takeForLogout(String ticket) {
        Document kept = answered(() -> sessions.findOneAndDelete(alive(logoutKey(ticket))));
        return kept == null ? null : kept.getString(SessionDocument.LOGOUT);
    }

    // no key of a session looks like it: a ticket opens none
    private static String logoutKey(String ticket) {
        return "logout-" + SessionDocument.key(ticket);
    }

    long sweep() {
        Date now = Date.from(clock.instant());
        return answered(() -> sessions.deleteMany(lt(SessionDocument.EXPIRES, now)))
                .getDeletedCount();
    }

    void declareIndexes() {
        answered(() -> sessions.createIndex(Indexes.ascending(SessionDocument.EXPIRES)));
        answered(() -> sessions.createIndex(Indexes.ascending(SessionDocument.SUBJECT)));
        answered(() -> sessions.createIndex(Indexes.ascending(SessionDocument.KEYCLOAK_SESSION)));
    }

    @Override
    public StoredSession createSession() {
        return new StoredSession(times, clock.instant());
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        Document document =
                answered(() -> sessions.find(alive(SessionDocument.key(id))).first());
        return document == null ? null : SessionDocument.session(document, id, times, clock.instant());
    }

    @Override
    public void save(StoredSession session) {
        if (!session.changed()) {
            return;
        }
        Document document = SessionDocument.written(session);
        String storedId = session.storedId();
        if (storedId == null) {
            answered(() -> sessions.insertOne(document));
        } else if (storedId.equals(session.getId())) {
            answered(() -> sessions.replaceOne(eq("_id", document.get("_id")), document));
        } else {
            answered(() -> sessions.insertOne(document));
            end(SessionDocument.key(storedId));
        }
        session.stored();
    }

    @Override
    public void deleteById(String id) {
        end(SessionDocument.key(id));
    }

    private org.bson.conversions.Bson alive(String key) {
        return and(eq("_id", key), gt(SessionDocument.EXPIRES, Date.from(clock.instant())));
    }

    private static <T extends @Nullable Object> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException unanswered) {
            throw new SessionsUnavailable(unanswered);
        }
    }
}
