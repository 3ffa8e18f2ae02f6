package fr.agora.gateway.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** How a session is written down: what each request needs as fields, the login's own state as bytes. */
final class SessionDocument {

    static final String EXPIRES = "expires";
    static final String SEEN = "seen";
    static final String CREATED = "created";
    static final String CSRF = "csrf";
    static final String SUBJECT = "subject";
    static final String KEYCLOAK_SESSION = "keycloakSession";
    static final String CREDENTIALS = "credentials";
    static final String LOGIN_STATE = "loginState";
    static final String LOGOUT = "logout";

    private static final ObjectInputFilter OUR_TYPES = ObjectInputFilter.Config.createFilter(
            "maxbytes=65536;maxdepth=20;java.base/*;org.springframework.security.**;!*");

    private SessionDocument() {}

    /** Whoever reads the store learns no cookie: the key is a digest of it. */
    static String key(String sessionId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Document written(StoredSession session) {
        Document document = new Document("_id", key(session.getId()))
                .append(CREATED, Date.from(session.getCreationTime()))
                .append(SEEN, Date.from(session.getLastAccessedTime()))
                .append(EXPIRES, Date.from(session.expires()))
                .append(CSRF, session.csrf());
        LoggedIn loggedIn = session.loggedIn();
        if (loggedIn != null) {
            document.append(SUBJECT, loggedIn.subject())
                    .append(KEYCLOAK_SESSION, loggedIn.keycloakSession())
                    .append(CREDENTIALS, written(loggedIn.credentials()));
        }
        Map<String, Object> loginState = new HashMap<>(session.attributes());
        loginState.remove(LoggedIn.ATTRIBUTE);
        return loginState.isEmpty() ? document : document.append(LOGIN_STATE, bytes(loginState));
    }

    static Document written(Credentials credentials) {
        return new Document("access", credentials.accessToken())
                .append("accessExpires", Date.from(credentials.accessExpires()))
                .append("refresh", credentials.refreshToken())
                .append("id", credentials.idToken());
    }

    static @Nullable Visitor visitor(Document document) {
        String subject = document.getString(SUBJECT);
        if (subject == null) {
            return null;
        }
        return new Visitor(document.getString("_id"), subject, document.getString(CSRF), credentials(document));
    }

    static StoredSession session(Document document, String id, SessionTimes times, Instant now) {
        Map<String, Object> attributes = new HashMap<>(loginState(document));
        Credentials credentials = credentials(document);
        if (credentials != null) {
            attributes.put(
                    LoggedIn.ATTRIBUTE,
                    new LoggedIn(document.getString(SUBJECT), document.getString(KEYCLOAK_SESSION), credentials));
        }
        Instant created = document.getDate(CREATED).toInstant();
        return new StoredSession(times, now, id, id, created, document.getString(CSRF), attributes);
    }

    static @Nullable Credentials credentials(Document document) {
        Document stored = document.get(CREDENTIALS, Document.class);
        if (stored == null) {
            return null;
        }
        return new Credentials(
                stored.getString("access"),
                stored.getDate("accessExpires").toInstant(),
                stored.getString("refresh"),
                stored.getString("id"));
    }

    private static Binary bytes(Map<String, Object> state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(state);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Binary(bytes.toByteArray());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> loginState(Document document) {
        Binary stored = document.get(LOGIN_STATE, Binary.class);
        if (stored == null) {
            return Map.of();
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored.getData()))) {
            in.setObjectInputFilter(OUR_TYPES);
            return (Map<String, Object>) in.readObject();
        } catch (IOException | ClassNotFoundException ofAnotherVersion) {
            // a login begun before an upgrade starts again; the session itself stays good
            return Map.of();
        }
    }
}
