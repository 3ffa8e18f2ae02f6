package fr.agora.search.query;

import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.index.Engine;
import fr.agora.search.index.Indices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.TextQueryType;
import org.springframework.stereotype.Component;

/**
 * « Proches de celui-ci »: what shares its words, skills and themes, within what the asker may find. Not the engine's
 * own « more like this »: it picks the words by how rare they are among all entries, hidden ones too (ADR 32).
 */
@Component
public class Neighbours {

    private static final String TIMEOUT = "2s";
    private static final int LONGEST_TEXT = 400;
    private static final int MOST_CODES = 10;
    /** A skill or a theme in common says as much as a rare word. */
    private static final float SHARED = 6;

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
                search -> search.index(indices.alias())
                        .query(query ->
                                query.bool(all -> all.filter(asker.mayFind()).filter(itself(kind, id))))
                        .size(1)
                        .timeout(TIMEOUT)
                        .source(source -> source.filter(filter -> filter.includes(Itself.FIELDS))),
                Itself.class));
        var itself = own.hits().hits().stream()
                .findFirst()
                .map(hit -> Objects.requireNonNull(hit.source()))
                .orElseThrow(ProblemException::notFound);
        var query = near(itself, kind, id, asker);
        var answer = engine.search(client -> client.search(
                search -> search.index(indices.alias())
                        .query(query)
                        .size(most)
                        .timeout(TIMEOUT)
                        .source(source -> source.filter(filter -> filter.includes(Source.FIELDS))),
                Source.class));
        return answer.hits().hits().stream()
                .map(hit -> Objects.requireNonNull(hit.source()).toHit(Map.of(), null, null))
                .toList();
    }

    private static Query near(Itself itself, Kind kind, String id, Asker asker) {
        var alike = new ArrayList<Query>();
        alike.add(words(itself.text(LONGEST_TEXT)));
        alike.addAll(sharing("skills", itself.skills()));
        alike.addAll(sharing("themes", itself.themes()));
        return Query.of(query -> query.bool(all -> all.filter(asker.mayFind())
                .mustNot(itself(kind, id))
                .must(near -> near.bool(any -> any.should(alike).minimumShouldMatch("1")))
                // of two that say the same, the one of the same kind is the likelier alternative
                .should(same -> same.term(term ->
                        term.field("kind").value(FieldValue.of(kind.code())).boost(2f)))));
    }

    private static Query itself(Kind kind, String id) {
        var key = FieldValue.of(kind.code() + "/" + id);
        return Query.of(query -> query.term(term -> term.field("key").value(key)));
    }

    /** A fifth of its words at least: fewer are shared by chance. */
    private static Query words(String text) {
        return Query.of(query -> query.multiMatch(match -> match.query(text)
                .type(TextQueryType.CrossFields)
                .analyzer("french_words")
                .fields("title^3", "strong^2", "summary", "keywords", "body^0.5")
                .minimumShouldMatch("2<20%")));
    }

    private static List<Query> sharing(String field, @Nullable List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream()
                        .limit(MOST_CODES)
                        .map(code -> Query.of(query -> query.constantScore(fixed -> fixed.filter(one ->
                                        one.term(term -> term.field(field).value(FieldValue.of(code))))
                                .boost(SHARED))))
                        .toList();
    }

    private record Itself(
            String title,
            @Nullable String summary,
            @Nullable List<String> skills,
            @Nullable List<String> themes) {

        static final List<String> FIELDS = List.of("title", "summary", "skills", "themes");

        String text(int longest) {
            var text = summary == null ? title : title + "\n" + summary;
            return text.length() <= longest ? text : text.substring(0, longest);
        }
    }
}
