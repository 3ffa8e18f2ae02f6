package fr.agora.search.query;

import fr.agora.search.catalogue.Kind;
import fr.agora.search.index.Indices;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;

/** What a search sends to the engine first, for whoever measures the engine alone. */
@TestComponent
public class EngineQuestions {

    private final Acronyms acronyms;
    private final Indices indices;

    EngineQuestions(Acronyms acronyms, Indices indices) {
        this.acronyms = acronyms;
        this.indices = indices;
    }

    /** The path and the aliases of a search over everything. */
    public String path() {
        var aliases = Arrays.stream(Kind.values()).map(indices::alias).collect(Collectors.joining(","));
        return "/" + aliases + "/_search?typed_keys=true";
    }

    /** The JSON body of the first twenty results, as an agent asks for them. */
    public String body(String words) {
        var question = Question.of(words, Map.of(), null, null, null, null, null);
        var asker = Asker.agent("someone", List.of());
        return new Asking(question, asker, Detail.PAGE, acronyms.phrasings(words), null, null, List.of())
                .request(List.of(), "3s")
                .toJsonString();
    }
}
