package fr.agora.projects.usecase;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import fr.agora.platform.text.OpaqueId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps what a use case is recognised for equal to the reuses, reviews and awards there are. What is about to change is
 * noted first, so that a crash between the two leaves a note and not a wrong count (ADR 0021).
 */
@Component
public class Recognising {

    private static final String NOTES = "recognition_due";
    private static final Duration SURELY_ABANDONED = Duration.ofMinutes(2);
    private static final int BATCH = 100;

    private final UseCases useCases;
    private final ObjectProvider<RecognitionSource> sources;
    private final MongoTemplate store;
    private final Clock clock;

    Recognising(UseCases useCases, ObjectProvider<RecognitionSource> sources, MongoTemplate store, Clock clock) {
        this.useCases = useCases;
        this.sources = sources;
        this.store = store;
        this.clock = clock;
        notes().createIndex(Indexes.ascending("since"));
    }

    /** Makes a change that may alter what that use case is recognised for, then counts again. */
    public <T> T changing(String useCaseId, Supplier<T> change) {
        String note = OpaqueId.next("note");
        notes().updateOne(
                        Filters.eq("_id", useCaseId),
                        Updates.combine(Updates.set("note", note), Updates.set("since", Date.from(clock.instant()))),
                        new UpdateOptions().upsert(true));
        T changed = change.get();
        recount(useCaseId, note);
        return changed;
    }

    /** Counts again where a change was begun and never counted: after a crash; bounded, until nothing is left. */
    public void finishAbandoned() {
        Date before = Date.from(clock.instant().minus(SURELY_ABANDONED));
        List<Document> left = new ArrayList<>();
        notes().find(Filters.lt("since", before))
                .sort(Sorts.ascending("since"))
                .limit(BATCH)
                .batchSize(BATCH)
                .into(left);
        left.forEach(each -> recount(each.getString("_id"), each.getString("note")));
    }

    private void recount(String useCaseId, String note) {
        UseCases.withoutCollision(() -> {
            // read first, counted after: whoever saves later has counted later, or collides and counts again
            useCases.find(useCaseId).ifPresent(useCase -> {
                Recognition all = Recognition.NONE;
                for (RecognitionSource source : sources) {
                    all = source.complete(useCaseId, all);
                }
                useCase.recognise(all, clock);
                useCases.save(useCase);
            });
            return useCaseId;
        });
        notes().deleteOne(Filters.and(Filters.eq("_id", useCaseId), Filters.eq("note", note)));
    }

    private MongoCollection<Document> notes() {
        return store.getCollection(NOTES);
    }
}
