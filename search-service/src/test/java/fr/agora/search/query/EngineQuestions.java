package fr.agora.search.query;

import fr.agora.search.index.Indices;
import java.util.List;
import java.util.Map;
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

    /** The path of a search over everything. */
    public String path() {
        return "/" + indices.alias() + "/_search?typed_keys=true";
    }

    /** The JSON body of the first twenty results, as an agent asks for them. */
    public String body(String words) {
        var question = Question.of(words, Map.of(), null, null, null, null, null);
        var asker = Asker.agent("someone", List.of());
        return new Asking(question, asker, Detail.PAGE, acronyms.phrasings(words), null, null, List.of())
                .request(indices.alias(), "3s", true)
                .toJsonString();
    }
}
