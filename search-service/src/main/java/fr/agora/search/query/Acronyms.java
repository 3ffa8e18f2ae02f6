package fr.agora.search.query;

import fr.agora.platform.text.Words;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.index.CatalogueIndex;
import fr.agora.search.index.Engine;
import fr.agora.search.index.IndexUnavailable;
import fr.agora.search.index.Indices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.springframework.stereotype.Component;

/** The acronyms of the organisations in the index itself, so that a new one needs no list to be kept. */
@Component
class Acronyms {

    private static final Duration BELIEVED = Duration.ofSeconds(60);
    private static final int MOST = 5_000;
    private static final int SHORTEST = 2;
    private static final int LONGEST_QUERY = 12;
    private static final FieldValue ORGANIZATION = FieldValue.of(Kind.ORGANIZATION.code());

    private final Engine engine;
    private final String alias;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final CatalogueIndex index;
    private volatile Known known = new Known(Map.of(), Map.of(), 0, -1);

    Acronyms(Engine engine, CatalogueIndex index, Indices indices) {
        this.engine = engine;
        this.index = index;
        this.alias = indices.alias();
    }

    /** The words as typed, then with one acronym spelt out or one name shortened. */
    List<String> phrasings(String words) {
        var all = new ArrayList<String>();
        all.add(words);
        var split = WordsQuery.split(words);
        if (split.isEmpty() || split.size() > LONGEST_QUERY) {
            return all;
        }
        var present = present();
        for (var word : split) {
            var name = present.names().get(Words.fold(word));
            if (name != null) {
                all.add(words.replace(word, name));
                return all;
            }
        }
        var folded = String.join(" ", Words.of(words));
        present.acronyms().forEach((name, acronym) -> {
            if (all.size() == 1 && (" " + folded + " ").contains(" " + name + " ")) {
                all.add((" " + folded + " ")
                        .replace(" " + name + " ", " " + acronym + " ")
                        .strip());
            }
        });
        return all;
    }

    private Known present() {
        var now = System.nanoTime();
        var changes = index.organizationChanges();
        if ((known.changes() != changes || now - known.at() > BELIEVED.toNanos())
                && reading.compareAndSet(false, true)) {
            try {
                known = read(now, changes);
            } catch (IndexUnavailable | OpenSearchException away) {
                // what was known serves on; the search itself will tell the reader
                known = new Known(known.names(), known.acronyms(), now, changes);
            } finally {
                reading.set(false);
            }
        }
        return known;
    }

    private Known read(long now, long changes) {
        var answer = engine.search(client -> client.search(
                search -> search.index(alias)
                        .query(query -> query.bool(all -> all.filter(Asker.VISITOR.mayFind())
                                .filter(only ->
                                        only.term(term -> term.field("kind").value(ORGANIZATION)))
                                .filter(some -> some.exists(field -> field.field("acronym")))))
                        .size(MOST)
                        .timeout("1s")
                        .source(source -> source.filter(filter -> filter.includes("title", "acronym"))),
                Named.class));
        var names = new HashMap<String, String>();
        var acronyms = new LinkedHashMap<String, String>();
        answer.hits().hits().forEach(hit -> {
            var organization = Objects.requireNonNull(hit.source());
            var acronym = organization.acronym();
            var name = organization.title();
            if (acronym != null
                    && acronym.length() >= SHORTEST
                    && WordsQuery.split(acronym).size() == 1
                    && WordsQuery.split(name).size() > 1) {
                names.putIfAbsent(Words.fold(acronym), name);
                acronyms.putIfAbsent(String.join(" ", Words.of(name)), acronym);
            }
        });
        return new Known(names, acronyms, now, changes);
    }

    private record Named(String title, @Nullable String acronym) {}

    /**
     * @param names of acronyms, folded
     * @param acronyms of names, folded
     */
    private record Known(Map<String, String> names, Map<String, String> acronyms, long at, long changes) {}
}
