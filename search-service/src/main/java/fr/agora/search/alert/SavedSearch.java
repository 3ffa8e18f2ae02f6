package fr.agora.search.alert;

import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.text.OpaqueId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A search its owner keeps; it remembers what it has told of, so that nothing is told twice. */
@Document("saved_searches")
@CompoundIndex(name = "owner", def = "{'accountId': 1, 'createdAt': -1, '_id': 1}")
@CompoundIndex(name = "due", def = "{'dueAt': 1, '_id': 1}", sparse = true)
class SavedSearch extends OutboxDocument {

    private static final FactType NOTICE = new FactType("agora.search.notice-requested.v1");
    private static final int MOST_REMEMBERED = 1_000;

    @Id
    private final String id;

    private final String accountId;
    private final Instant createdAt;
    private final String words;
    private final Map<String, List<String>> chosen;
    private String name;
    private Rhythm rhythm;
    private List<String> told = new ArrayList<>();
    private int waiting;
    private @Nullable Instant toldAt;
    private @Nullable Instant dueAt;

    SavedSearch(
            String id,
            String accountId,
            Instant createdAt,
            String words,
            Map<String, List<String>> chosen,
            String name,
            Rhythm rhythm) {
        this.id = id;
        this.accountId = accountId;
        this.createdAt = createdAt;
        this.words = words;
        this.chosen = chosen;
        this.name = name;
        this.rhythm = rhythm;
    }

    static SavedSearch of(
            String account, String words, Map<String, List<String>> chosen, String name, Rhythm rhythm, Clock clock) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new SavedSearch(OpaqueId.next("as"), account, now, words, chosen, name, rhythm);
    }

    void change(String newName, Rhythm newRhythm, Clock clock) {
        name = newName;
        rhythm = newRhythm;
        plan(clock);
    }

    /**
     * Something matches: told at once, or with the next round.
     *
     * @param key kind and id of what matches
     * @return whether it is news
     */
    boolean found(String key, Clock clock) {
        if (told.contains(key)) {
            return false;
        }
        told.add(key);
        if (told.size() > MOST_REMEMBERED) {
            told = new ArrayList<>(told.subList(told.size() - MOST_REMEMBERED, told.size()));
        }
        waiting++;
        if (rhythm == Rhythm.AT_ONCE) {
            tell(clock);
        } else {
            plan(clock);
        }
        return true;
    }

    private void plan(Clock clock) {
        var last = toldAt == null ? createdAt : toldAt;
        dueAt = waiting == 0 || rhythm == Rhythm.NEVER ? null : last.plus(rhythm.pause());
        if (dueAt != null && rhythm == Rhythm.AT_ONCE) {
            tell(clock);
        }
    }

    /** Asks that the owner be told how much is new; what it is they find on the page, as far as they still may. */
    void tell(Clock clock) {
        if (waiting == 0) {
            return;
        }
        nextRevision();
        announce(NOTICE, id, Notice.of(id + "-" + revision(), accountId, waiting), clock);
        waiting = 0;
        dueAt = null;
        toldAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    boolean isOf(String account) {
        return accountId.equals(account);
    }

    String id() {
        return id;
    }

    String accountId() {
        return accountId;
    }

    Instant createdAt() {
        return createdAt;
    }

    String words() {
        return words;
    }

    Map<String, List<String>> chosen() {
        return chosen;
    }

    String name() {
        return name;
    }

    Rhythm rhythm() {
        return rhythm;
    }

    int waiting() {
        return waiting;
    }
}
