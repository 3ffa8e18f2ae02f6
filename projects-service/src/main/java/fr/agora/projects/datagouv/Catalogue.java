package fr.agora.projects.datagouv;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The cards of data.gouv.fr: a reader gets what is kept at once, what is old is asked for anew behind their back. */
@Component
public class Catalogue {

    private static final int AT_ONCE = 4;

    private final MongoTemplate store;
    private final DataGouv dataGouv;
    private final DataGouvSettings settings;
    private final Clock clock;
    private final Set<String> underway = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(AT_ONCE);

    Catalogue(MongoTemplate store, DataGouv dataGouv, DataGouvSettings settings, Clock clock) {
        this.store = store;
        this.dataGouv = dataGouv;
        this.settings = settings;
        this.clock = clock;
    }

    /** The cards there are, by reference; never waits for data.gouv.fr. */
    public Map<DataRef, DataCard> cards(Collection<DataRef> refs) {
        Map<String, DataCard> kept = new HashMap<>();
        if (!refs.isEmpty()) {
            List<String> keys = refs.stream().map(DataRef::key).distinct().toList();
            store.find(new Query(where("_id").in(keys)).cursorBatchSize(keys.size() + 1), DataCard.class)
                    .forEach(card -> kept.put(card.key(), card));
        }
        Map<DataRef, DataCard> cards = new HashMap<>();
        for (DataRef ref : refs) {
            DataCard card = kept.get(ref.key());
            if (card != null) {
                cards.put(ref, card);
            }
            if (dataGouv.isAsked() && isDue(card)) {
                refreshLater(ref);
            }
        }
        return cards;
    }

    private boolean isDue(@Nullable DataCard card) {
        if (card == null) {
            return true;
        }
        Instant now = clock.instant();
        Duration fresh = Objects.requireNonNull(settings.fresh());
        Duration patience = Objects.requireNonNull(settings.patience());
        boolean old = card.readAt() == null || card.readAt().plus(fresh).isBefore(now);
        return old && card.triedAt().plus(patience).isBefore(now);
    }

    private void refreshLater(DataRef ref) {
        if (!underway.add(ref.key())) {
            return;
        }
        if (!places.tryAcquire()) {
            // enough are being asked for: the next reader tries again
            underway.remove(ref.key());
            return;
        }
        Thread.ofVirtual().name("data-gouv").start(() -> {
            try {
                refresh(ref);
            } finally {
                places.release();
                underway.remove(ref.key());
            }
        });
    }

    /** Asks now; what is kept stays when there is no answer. */
    void refresh(DataRef ref) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DataCard kept = store.findById(ref.key(), DataCard.class);
        DataCard next = switch (dataGouv.read(ref)) {
            case DataGouv.Answer.Found found ->
                new DataCard(
                        ref.key(),
                        found.title(),
                        found.licence(),
                        found.organization(),
                        found.lastUpdate(),
                        found.spd(),
                        now,
                        now);
            case DataGouv.Answer.Absent gone -> new DataCard(ref.key(), null, null, null, null, false, now, now);
            case DataGouv.Answer.Unavailable away -> kept == null ? DataCard.unread(ref, now) : kept.triedInVain(now);
        };
        store.save(next);
    }
}
