package fr.agora.directory.photo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Every picture kept. */
@Repository
class Photos {

    private final MongoTemplate store;

    Photos(MongoTemplate store) {
        this.store = store;
    }

    void add(Photo photo) {
        store.insert(photo);
    }

    Optional<Photo> find(String id) {
        return Optional.ofNullable(store.findById(id, Photo.class));
    }

    /** One, or two while it is being replaced. */
    List<Photo> of(String memberId) {
        return store.find(new Query(where("memberId").is(memberId)).limit(2), Photo.class);
    }

    void removeOf(String memberId) {
        store.remove(new Query(where("memberId").is(memberId)), Photo.class);
    }

    void removeOthersOf(String memberId, String kept) {
        store.remove(new Query(where("memberId").is(memberId).and("_id").ne(kept)), Photo.class);
    }
}
