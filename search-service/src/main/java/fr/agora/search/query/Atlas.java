package fr.agora.search.query;

import fr.agora.search.catalogue.Kind;
import fr.agora.search.index.Engine;
import fr.agora.search.index.Indices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.springframework.stereotype.Component;

/** How much of what a question finds is in each department. */
@Component
public class Atlas {

    private static final List<Kind> SHOWN = List.of(Kind.OFFER, Kind.MEMBER);
    private static final String VALUES = "values";
    private static final int DEPARTMENTS = 120;

    private final Engine engine;
    private final String alias;

    Atlas(Engine engine, Indices indices) {
        this.engine = engine;
        this.alias = indices.alias();
    }

    /** Offers and members by the code of their department, {@code DEP-75}. */
    public Map<Kind, Map<String, Long>> of(Question question, Asker asker) {
        var answer = engine.search(client -> client.search(
                search -> {
                    search.index(alias).query(query(question, asker)).size(0).timeout("2s");
                    SHOWN.forEach(kind -> search.aggregations(kind.code(), counting(kind)));
                    return search;
                },
                Void.class));
        var counts = new HashMap<Kind, Map<String, Long>>();
        for (var kind : SHOWN) {
            var departments = new HashMap<String, Long>();
            var values = Objects.requireNonNull(answer.aggregations().get(kind.code()))
                    .filter()
                    .aggregations()
                    .get(VALUES);
            Objects.requireNonNull(values)
                    .sterms()
                    .buckets()
                    .array()
                    .forEach(bucket -> departments.put(bucket.key(), bucket.docCount()));
            counts.put(kind, departments);
        }
        return counts;
    }

    private static Aggregation counting(Kind kind) {
        return Aggregation.of(all -> all.filter(
                        only -> only.term(term -> term.field("kind").value(FieldValue.of(kind.code()))))
                .aggregations(
                        VALUES,
                        each -> each.terms(terms -> terms.field("territories")
                                .size(DEPARTMENTS)
                                .include(include -> include.regexp("DEP-.*")))));
    }

    /** The kinds chosen aside: the map shows its two. */
    private static Query query(Question question, Asker asker) {
        return Query.of(query -> query.bool(all -> {
            all.filter(asker.mayFind());
            if (question.hasWords()) {
                all.must(new WordsQuery(false).exact(List.of(question.words())));
            }
            question.chosen().forEach((facet, values) -> {
                if (facet != Facet.KIND) {
                    all.filter(facet.filter(values));
                }
            });
            return all;
        }));
    }
}
