package fr.agora.search.query;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Signs cursors, so that one that is made up or altered is told from ours; the key is the same for every instance. */
@Component
class CursorSeal {

    private static final Logger LOG = LoggerFactory.getLogger(CursorSeal.class);
    private static final String COLLECTION = "cursor_keys";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_LENGTH = 32;
    private static final int MARK_LENGTH = 16;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final MongoOperations store;
    /** Signs while the store is away: such a cursor goes on with this instance only. */
    private final byte[] own = random();

    private volatile byte @Nullable [] kept;
    private volatile long triedAt;

    CursorSeal(MongoOperations store) {
        this.store = store;
    }

    String signed(String cursor) {
        var key = kept();
        return cursor + "." + mark(key == null ? own : key, cursor);
    }

    /** @throws ProblemException for what carries no mark of ours */
    String checked(String signed) {
        int cut = signed.lastIndexOf('.');
        var cursor = signed.substring(0, Math.max(0, cut));
        var mark = signed.substring(cut + 1).getBytes(StandardCharsets.UTF_8);
        var ours = Stream.of(own, kept())
                .filter(Objects::nonNull)
                .anyMatch(key -> MessageDigest.isEqual(mark(key, cursor).getBytes(StandardCharsets.UTF_8), mark));
        if (cut < 0 || !ours) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
        return cursor;
    }

    private byte @Nullable [] kept() {
        if (kept == null && (triedAt == 0 || System.nanoTime() - triedAt > PAUSE.toNanos())) {
            triedAt = System.nanoTime();
            try {
                kept = readOrMake();
            } catch (DataAccessException away) {
                LOG.warn(
                        "The key of cursors cannot be read, they end with this instance cause=\"{}\"", away.toString());
            }
        }
        return kept;
    }

    private byte[] readOrMake() {
        var known = store.findById("search", Document.class, COLLECTION);
        if (known == null) {
            try {
                store.insert(
                        new Document("_id", "search")
                                .append("key", Base64.getEncoder().encodeToString(random())),
                        COLLECTION);
            } catch (DuplicateKeyException madeByAnother) {
                LOG.debug("Another instance made the key first");
            }
            known = Objects.requireNonNull(store.findById("search", Document.class, COLLECTION));
        }
        return Base64.getDecoder().decode(known.getString("key"));
    }

    private static String mark(byte[] key, String cursor) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var whole = mac.doFinal(cursor.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, MARK_LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random() {
        var key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
