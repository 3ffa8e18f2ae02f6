package fr.agora.search.query;

import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.index.Engine;
import fr.agora.search.index.Indices;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.springframework.stereotype.Component;

/** « Proches de celui-ci »: what shares its rarest words, within what the asker may find. */
@Component
public class Neighbours {

    private static final String TIMEOUT = "2s";

    private final Engine engine;
    private final Indices indices;

    Neighbours(Engine engine, Indices indices) {
        this.engine = engine;
        this.indices = indices;
    }

    /**
     * The nearest first, of any kind.
     *
     * @throws ProblemException when the asker cannot find the entry itself: hidden and absent are the same
     */
    public List<Results.Hit> of(Kind kind, String id, int most, Asker asker) {
        var own = engine.search(client -> client.search(
                search -> search.index(indices.alias(kind))
                        .query(query -> query.bool(all -> all.filter(asker.mayFind())
                                .filter(one -> one.term(term -> term.field("id").value(FieldValue.of(id))))))
                        .size(1)
                        .timeout(TIMEOUT)
                        .source(source -> source.fetch(false)),
                Source.class));
        var itself = own.hits().hits().stream().findFirst().orElseThrow(ProblemException::notFound);
        var query = near(Objects.requireNonNull(itself.index()), Objects.requireNonNull(itself.id()), kind, id, asker);
        var answer = engine.search(client -> client.search(
                search -> search.index(
                                Arrays.stream(Kind.values()).map(indices::alias).toList())
                        .query(query)
                        .size(most)
                        .timeout(TIMEOUT)
                        .source(source -> source.filter(filter -> filter.includes(Source.FIELDS))),
                Source.class));
        return answer.hits().hits().stream()
                .map(hit -> Objects.requireNonNull(hit.source()).toHit(Map.of(), null, null))
                .toList();
    }

    private static Query near(String index, String document, Kind kind, String id, Asker asker) {
        var key = kind.code() + "/" + id;
        return Query.of(query -> query.bool(all -> all.filter(asker.mayFind())
                .mustNot(itself -> itself.term(term -> term.field("key").value(FieldValue.of(key))))
                .must(near -> near.moreLikeThis(alike -> alike.fields("title", "strong", "summary", "keywords", "body")
                        .like(like -> like.document(one -> one.index(index).id(document)))
                        .minTermFreq(1)
                        // frequencies are those of one kind: a word rare in offers may be common in use cases
                        .minDocFreq(1)
                        .maxQueryTerms(25)
                        .minimumShouldMatch("20%")))
                // of two that say the same, the one of the same kind is the likelier alternative
                .should(same -> same.term(term ->
                        term.field("kind").value(FieldValue.of(kind.code())).boost(2f)))));
    }
}
