package fr.agora.directory.notice;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.directory.notice.Topic.Rhythm;
import fr.agora.platform.text.OpaqueId;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Everybody's preferences, made when first a letter needs their key, or a choice is to be kept. */
@Repository
public class PreferenceStore {

    private final MongoTemplate store;

    PreferenceStore(MongoTemplate store) {
        this.store = store;
    }

    Preferences of(String accountId) {
        return find(accountId).orElseGet(() -> {
            Preferences made = new Preferences(accountId, OpaqueId.next("dsb"), Map.of());
            try {
                return store.insert(made);
            } catch (DuplicateKeyException raced) {
                return find(accountId).orElse(made);
            }
        });
    }

    /** What holds for somebody, who may never have chosen: looking makes nothing. */
    Map<Topic, Rhythm> rhythms(String accountId) {
        return find(accountId)
                .orElseGet(() -> new Preferences(accountId, "", Map.of()))
                .all();
    }

    private Optional<Preferences> find(String accountId) {
        return Optional.ofNullable(store.findById(accountId, Preferences.class));
    }

    Optional<Preferences> behind(String key) {
        return Optional.ofNullable(store.findOne(new Query(where("key").is(key)), Preferences.class));
    }

    Preferences choose(Preferences known, Map<Topic, Rhythm> chosen) {
        return store.save(known.with(chosen));
    }

    /** Of somebody who asked to be forgotten. */
    public void forget(String accountId) {
        store.remove(new Query(where("_id").is(accountId)), Preferences.class);
    }
}
