package fr.agora.search.query;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Signs cursors, so that one that is made up or altered is told from ours. The key is the same for every instance; each
 * month another takes its place while the instances run, and the former one still opens what it signed.
 */
@Component
class CursorSeal {

    private static final Logger LOG = LoggerFactory.getLogger(CursorSeal.class);
    private static final String COLLECTION = "cursor_keys";
    private static final String ID = "search";
    /** What a new key serves; each key is kept with its own, so that another may follow. */
    private static final String ALGORITHM = "HmacSHA256";

    private static final Set<String> ALGORITHMS = Set.of(ALGORITHM, "HmacSHA512");
    private static final int KEY_LENGTH = 32;
    private static final int MARK_LENGTH = 16;
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration LOOK = Duration.ofSeconds(30);
    /** Between two looks for a key that somebody else may just have made; a made-up cursor asks for no more. */
    private static final Duration SOONEST = Duration.ofSeconds(1);

    private final MongoOperations store;
    private final Clock clock;
    /** Signs while the store is away: such a cursor goes on with this instance only. */
    private final SecretKey own = new SecretKeySpec(random(), ALGORITHM);

    private volatile @Nullable Keys kept;
    private volatile Instant looked = Instant.MIN;

    private record Keys(SecretKey current, @Nullable SecretKey former) {}

    CursorSeal(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    String signed(String cursor) {
        var keys = lookedFor(LOOK);
        return cursor + "." + mark(keys == null ? own : keys.current(), cursor);
    }

    /** @throws ProblemException for what carries no mark of ours */
    String checked(String signed) {
        int cut = signed.lastIndexOf('.');
        var cursor = signed.substring(0, Math.max(0, cut));
        var mark = signed.substring(cut + 1);
        if (cut < 0 || !(isOurs(cursor, mark, lookedFor(LOOK)) || isOurs(cursor, mark, lookedFor(SOONEST)))) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
        return cursor;
    }

    private boolean isOurs(String cursor, String mark, @Nullable Keys keys) {
        return Stream.of(own, keys == null ? null : keys.current(), keys == null ? null : keys.former())
                .filter(Objects::nonNull)
                .anyMatch(key -> MessageDigest.isEqual(
                        mark(key, cursor).getBytes(StandardCharsets.UTF_8), mark.getBytes(StandardCharsets.UTF_8)));
    }

    private @Nullable Keys lookedFor(Duration atMostEvery) {
        var now = clock.instant();
        if (looked.isBefore(now.minus(atMostEvery))) {
            looked = now;
            try {
                kept = readOrMake(now);
            } catch (DataAccessException away) {
                LOG.warn("The key of cursors cannot be read cause=\"{}\"", away.toString());
            }
        }
        return kept;
    }

    private Keys readOrMake(Instant now) {
        var known = store.findById(ID, Document.class, COLLECTION);
        if (known == null) {
            try {
                store.insert(fresh(now).append("_id", ID), COLLECTION);
            } catch (DuplicateKeyException madeByAnother) {
                LOG.debug("Another instance made the key first");
            }
        } else if (madeAt(known).isBefore(now.minus(LIFE))) {
            // whoever comes second finds another key in its place, and changes nothing
            var change = new Update()
                    .set("former", new Document("key", known.get("key")).append("algorithm", algorithm(known)));
            fresh(now).forEach(change::set);
            store.updateFirst(Query.query(where("_id").is(ID).and("key").is(known.get("key"))), change, COLLECTION);
            LOG.info("The key of cursors is replaced, the former one still opens what it signed");
        } else {
            return keys(known);
        }
        return keys(Objects.requireNonNull(store.findById(ID, Document.class, COLLECTION)));
    }

    private static Document fresh(Instant now) {
        return new Document("key", Base64.getEncoder().encodeToString(random()))
                .append("algorithm", ALGORITHM)
                .append("madeAt", Date.from(now));
    }

    private static Instant madeAt(Document known) {
        var madeAt = known.getDate("madeAt");
        return madeAt == null ? Instant.EPOCH : madeAt.toInstant();
    }

    private static Keys keys(Document known) {
        var former = known.get("former", Document.class);
        return new Keys(key(known), former == null ? null : key(former));
    }

    private static SecretKey key(Document kept) {
        return new SecretKeySpec(Base64.getDecoder().decode(kept.getString("key")), algorithm(kept));
    }

    private static String algorithm(Document kept) {
        var named = Objects.requireNonNullElse(kept.getString("algorithm"), ALGORITHM);
        if (!ALGORITHMS.contains(named)) {
            throw new IllegalStateException("No cursor is signed by this algorithm: " + named);
        }
        return named;
    }

    private static String mark(SecretKey key, String cursor) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
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
