package fr.agora.search.query;

import fr.agora.search.index.Engine;
import fr.agora.search.index.Indices;
import java.util.List;
import java.util.Objects;
import org.opensearch.client.opensearch._types.query_dsl.Operator;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.TextQueryType;
import org.springframework.stereotype.Component;

/** Titles that begin like what is being typed. */
@Component
public class Suggestions {

    private static final int MOST = 8;

    private final Engine engine;
    private final String alias;

    Suggestions(Engine engine, Indices indices) {
        this.engine = engine;
        this.alias = indices.alias();
    }

    /** None for an empty beginning. */
    public List<Suggestion> of(String typed, Asker asker) {
        var beginning = Question.words(typed);
        if (beginning.isEmpty()) {
            return List.of();
        }
        var answer = engine.search(client -> client.search(
                search -> search.index(alias)
                        .query(query(beginning, asker))
                        .size(MOST)
                        .timeout("1s")
                        .trackTotalHits(hits -> hits.enabled(false))
                        .source(source -> source.filter(filter -> filter.includes("kind", "id", "title", "url"))),
                Source.class));
        return answer.hits().hits().stream()
                .map(hit -> Objects.requireNonNull(hit.source()))
                .map(source -> new Suggestion(source.kind(), source.id(), source.title(), source.url()))
                .toList();
    }

    private static Query query(String beginning, Asker asker) {
        return Query.of(query -> query.bool(both -> both.filter(asker.mayFind())
                .minimumShouldMatch("1")
                .should(title -> title.multiMatch(match -> match.query(beginning)
                        .type(TextQueryType.BoolPrefix)
                        .operator(Operator.And)
                        .fields("title.typed", "title.typed._2gram", "title.typed._3gram")))
                .should(acronym -> acronym.matchBoolPrefix(
                        match -> match.field("acronym").query(beginning).boost(3f)))));
    }

    /** Something to go to directly. */
    public record Suggestion(String kind, String id, String title, String url) {}
}
