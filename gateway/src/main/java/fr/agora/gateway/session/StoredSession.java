package fr.agora.gateway.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session while a login or logout request works on it; every other request only reads its {@link Visitor}. */
final class StoredSession implements Session {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SessionTimes times;
    private final Instant now;
    private final Instant created;
    private final String csrf;
    private final Map<String, Object> attributes;
    private @Nullable String storedId;
    private String id;
    private Instant seen;
    private boolean changed;

    StoredSession(SessionTimes times, Instant now) {
        this(times, now, null, random(), now, random(), new HashMap<>());
        changed = true;
    }

    StoredSession(
            SessionTimes times,
            Instant now,
            @Nullable String storedId,
            String id,
            Instant created,
            String csrf,
            Map<String, Object> attributes) {
        this.times = times;
        this.now = now;
        this.storedId = storedId;
        this.id = id;
        this.created = created;
        this.csrf = csrf;
        this.attributes = attributes;
        this.seen = now;
    }

    static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String csrf() {
        return csrf;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    @Nullable
    LoggedIn loggedIn() {
        return (LoggedIn) attributes.get(LoggedIn.ATTRIBUTE);
    }

    /** The id this session had when it was read; null while the store does not know it. */
    @Nullable
    String storedId() {
        return storedId;
    }

    /** Saved as it is now: one request may save several times. */
    void stored() {
        storedId = id;
        changed = false;
    }

    boolean changed() {
        return changed;
    }

    Instant expires() {
        return times.expiry(created, seen, loggedIn() != null);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = random();
        changed = true;
        return id;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        changed = true;
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    @Override
    public Instant getCreationTime() {
        return created;
    }

    @Override
    public void setLastAccessedTime(Instant lastAccessedTime) {
        seen = lastAccessedTime;
    }

    @Override
    public Instant getLastAccessedTime() {
        return seen;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        // the settings decide, for every session alike
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return loggedIn() == null ? times.login() : times.idle();
    }

    @Override
    public boolean isExpired() {
        return expires().isBefore(now);
    }
}
