package fr.agora.directory.notice;

import java.time.Clock;
import java.util.Date;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps each notice once, under its own identifier. */
@Component
class StoredNotices implements Notices {

    private final MongoTemplate store;
    private final Clock clock;

    StoredNotices(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void tell(Notice notice) {
        org.bson.Document stored = new org.bson.Document("_id", notice.id())
                .append("recipients", notice.recipients())
                .append("kind", notice.kind())
                .append("title", bilingual(notice.title()))
                .append("text", bilingual(notice.text()))
                .append("url", notice.url())
                .append("toldAt", Date.from(clock.instant()));
        try {
            store.insert(stored, "notices");
        } catch (DuplicateKeyException told) {
            // told before: a sweep that was interrupted begins again
        }
    }

    private static org.bson.Document bilingual(Notice.Bilingual words) {
        return new org.bson.Document("fr", words.fr()).append("en", words.en());
    }
}
