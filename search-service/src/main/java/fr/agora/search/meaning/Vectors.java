package fr.agora.search.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All vectors: kept in the store, compared in memory, one with another. */
@Component
class Vectors {

    private static final Logger LOG = LoggerFactory.getLogger(Vectors.class);
    /** Some twenty megabytes, and some ten milliseconds to compare with all of them. */
    static final int MOST = 20_000;

    private static final int BATCH = 500;
    /** What is farther than this from the words, or much farther than the nearest, has another subject. */
    private static final double FARTHEST = 0.3;

    private static final double BEHIND = 0.15;

    private final MongoOperations store;
    private final Map<String, KnownVector> known = new ConcurrentHashMap<>();
    private volatile boolean read;

    Vectors(MongoOperations store) {
        this.store = store;
    }

    /** An entry with how near it is. */
    record Near(String key, double cosine) {}

    /** The nearest first. */
    List<String> nearest(Vector words, Set<String> kinds, int most) {
        var near = new ArrayList<Near>();
        known().forEach((key, vector) -> {
            if (kinds.isEmpty() || kinds.contains(key.substring(0, key.indexOf('/')))) {
                var cosine = vector.vector().cosine(words);
                if (cosine >= FARTHEST) {
                    near.add(new Near(key, cosine));
                }
            }
        });
        near.sort(Comparator.comparingDouble(Near::cosine).reversed().thenComparing(Near::key));
        var best = near.isEmpty() ? 0 : near.getFirst().cosine();
        return near.stream()
                .takeWhile(each -> each.cosine() >= best - BEHIND)
                .limit(most)
                .map(Near::key)
                .toList();
    }

    boolean has(String key, String digest) {
        var vector = known().get(key);
        return vector != null && vector.digest().equals(digest);
    }

    /** False when there is room for no more. */
    boolean put(KnownVector vector) {
        if (known().size() >= MOST && !known.containsKey(vector.key())) {
            return false;
        }
        store.save(vector);
        known.put(vector.key(), vector);
        return true;
    }

    void remove(String key) {
        store.remove(Query.query(Criteria.where("_id").is(key)), KnownVector.class);
        known.remove(key);
    }

    private Map<String, KnownVector> known() {
        if (!read) {
            try {
                readAll();
                read = true;
            } catch (DataAccessException away) {
                LOG.warn("Vectors cannot be read yet cause=\"{}\"", away.toString());
            }
        }
        return known;
    }

    private synchronized void readAll() {
        var batch = after("");
        while (!batch.isEmpty() && known.size() < MOST) {
            batch.forEach(vector -> known.putIfAbsent(vector.key(), vector));
            batch = after(batch.getLast().key());
        }
    }

    private List<KnownVector> after(String key) {
        return store.find(
                Query.query(Criteria.where("_id").gt(key))
                        .with(Sort.by("_id"))
                        .limit(BATCH)
                        .cursorBatchSize(BATCH),
                KnownVector.class);
    }
}
