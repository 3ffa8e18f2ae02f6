package fr.agora.search.alert;

import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Change;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.index.AlertIndex;
import fr.agora.search.query.Facet;
import fr.agora.search.query.Question;
import fr.agora.search.query.Searches;
import fr.agora.search.reader.Readers;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Keeps searches, and notices what is newly published and matches them. */
@Component
public class Alerts {

    static final int MOST_OF_ONE = 50;
    private static final Set<Kind> FOLLOWED = EnumSet.of(Kind.OFFER, Kind.USE_CASE);
    private static final int ATTEMPTS = 5;

    private final SavedSearches searches;
    private final AlertIndex index;
    private final Searches queries;
    private final Readers readers;
    private final Clock clock;

    Alerts(SavedSearches searches, AlertIndex index, Searches queries, Readers readers, Clock clock) {
        this.searches = searches;
        this.index = index;
        this.queries = queries;
        this.readers = readers;
        this.clock = clock;
    }

    SavedSearch keep(String account, Question question, String name, Rhythm rhythm) {
        if (searches.of(account, MOST_OF_ONE).size() >= MOST_OF_ONE) {
            throw new ProblemException(AlertProblem.TOO_MANY_ALERTS, MOST_OF_ONE);
        }
        var chosen = new LinkedHashMap<String, List<String>>();
        question.chosen().forEach((facet, values) -> chosen.put(facet.parameter(), values));
        var search = searches.save(SavedSearch.of(account, question.words(), chosen, name, rhythm, clock));
        register(search);
        return search;
    }

    void change(SavedSearch search, String name, Rhythm rhythm) {
        search.change(name, rhythm, clock);
        searches.save(search);
    }

    /** Without the index it stays as it was, and the second time takes out what was filled in between. */
    void remove(SavedSearch search) {
        index.remove(search.id());
        searches.remove(search);
        index.remove(search.id());
    }

    /** The account is no more: nothing it kept is left. */
    public void forget(String account) {
        List<SavedSearch> left;
        while (!(left = searches.of(account, MOST_OF_ONE)).isEmpty()) {
            left.forEach(this::remove);
        }
    }

    static Question question(SavedSearch search) {
        var chosen = new EnumMap<Facet, @Nullable List<String>>(Facet.class);
        search.chosen()
                .forEach((name, values) -> Facet.ofParameter(name).ifPresent(facet -> chosen.put(facet, values)));
        return Question.of(search.words(), chosen, null, null, null, null, null);
    }

    private void register(SavedSearch search) {
        index.put(search.id(), queries.standing(question(search)));
    }

    /** The index of kept searches can be dropped like any other: it is filled again from what is kept. */
    void registerAll() {
        try (var all = searches.all()) {
            registerAll(all);
        }
    }

    void registerAll(Stream<SavedSearch> read) {
        index.fill(
                read.map(search -> Map.entry(search.id(), queries.standing(question(search)))), searches::stillThere);
    }

    /** What these changes publish is compared with every kept search; repetition tells nobody twice. */
    public void hear(List<Change> changes) {
        var published = changes.stream()
                .filter(change -> FOLLOWED.contains(change.kind()))
                .filter(Change.Publication.class::isInstance)
                .map(Change.Publication.class::cast)
                .toList();
        if (published.isEmpty() || searches.isEmpty()) {
            return;
        }
        if (!index.isFilled()) {
            registerAll();
        }
        index.matching(published).forEach((alert, found) -> found.forEach(one -> tell(alert, one)));
    }

    private void tell(String alert, Change.Publication publication) {
        for (int attempt = 1; ; attempt++) {
            var search = searches.find(alert);
            if (search.isEmpty() || !isNews(search.get(), publication)) {
                return;
            }
            try {
                if (search.get().found(publication.kind().code() + "/" + publication.id(), clock)) {
                    searches.save(search.get());
                }
                return;
            } catch (OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Published since the search is kept, and open to its owner. */
    private boolean isNews(SavedSearch search, Change.Publication publication) {
        var at = publication.entry().publishedAt();
        return at != null
                && at.isAfter(search.createdAt())
                && publication
                        .audience()
                        .isOpenTo(readers.asker(Optional.of(search.accountId())).tokens());
    }
}
