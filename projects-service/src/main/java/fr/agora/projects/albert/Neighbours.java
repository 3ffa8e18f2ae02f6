package fr.agora.projects.albert;

import fr.agora.platform.security.CurrentUser;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCases;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Use cases near in meaning; nothing while the assistant is off. */
@Service
public class Neighbours {

    private static final int MOST = 6;
    /** Some of the nearest may be hidden from the reader: a few more are looked at. */
    private static final int LOOKED_AT = 24;

    private static final double NEAR = 0.5;

    /** The store is read through, a hundred at a time, up to this many. */
    private static final int MOST_READ = 5_000;

    private final MongoTemplate store;
    private final Albert albert;
    private final UseCases useCases;

    Neighbours(MongoTemplate store, Albert albert, UseCases useCases) {
        this.store = store;
        this.albert = albert;
        this.useCases = useCases;
    }

    /** Those the reader may see, nearest first. */
    public List<UseCase> of(UseCase useCase, Optional<CurrentUser> reader) {
        Optional<Meaning> own = albert.isOn() ? meaning(useCase) : Optional.empty();
        return own.map(meaning -> nearest(meaning, reader)).orElse(List.of());
    }

    /** Kept with the text it was made of: asked for once a text. */
    private Optional<Meaning> meaning(UseCase useCase) {
        Optional<PublicText> text = PublicText.of(useCase);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String digest = text.get().digest();
        Meaning kept = store.findById(useCase.id(), Meaning.class);
        if (kept != null && kept.source().equals(digest)) {
            return Optional.of(kept);
        }
        return albert.embed(text.get().text()).map(vector -> store.save(Meaning.of(useCase.id(), digest, vector)));
    }

    private List<UseCase> nearest(Meaning own, Optional<CurrentUser> reader) {
        Comparator<Near> farthestFirst = Comparator.comparingDouble(Near::likeness);
        PriorityQueue<Near> best = new PriorityQueue<>(farthestFirst);
        Query others = new Query(Criteria.where("_id").ne(own.useCaseId()))
                .limit(MOST_READ)
                .cursorBatchSize(100);
        try (Stream<Meaning> all = store.stream(others, Meaning.class)) {
            all.forEach(other -> {
                double likeness = own.likeness(other);
                if (likeness >= NEAR) {
                    best.add(new Near(other.useCaseId(), likeness));
                    if (best.size() > LOOKED_AT) {
                        best.remove();
                    }
                }
            });
        }
        List<String> ids = best.stream()
                .sorted(farthestFirst.reversed())
                .map(Near::useCaseId)
                .toList();
        Map<String, UseCase> found = useCases.byIds(ids);
        return ids.stream()
                .filter(found::containsKey)
                .map(found::get)
                .filter(each -> each.isPublished() && each.isVisibleTo(reader))
                .limit(MOST)
                .toList();
    }

    private record Near(String useCaseId, double likeness) {}
}
