package fr.agora.search.index;

import fr.agora.search.catalogue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Looks into the index behind the service's back. */
@TestComponent
public class EngineAccess {

    private final Engine engine;
    private final Indices indices;

    EngineAccess(Engine engine, Indices indices) {
        this.engine = engine;
        this.indices = indices;
    }

    /** Nothing in any index, quickly. */
    public void empty() {
        indices.prepare();
        var all = "/agora-*-0*";
        engine.manage("PUT", all + "/_settings", Map.of("index.gc_deletes", "0s"))
                .orThrow();
        engine.manage("POST", all + "/_refresh", null).orThrow();
        engine.manage(
                        "POST",
                        all + "/_delete_by_query?refresh=true&conflicts=proceed",
                        Map.of("query", Map.of("match_all", Map.of())))
                .orThrow();
    }

    /** Every index anew. */
    public void renew() {
        for (var kind : Kind.values()) {
            indices.all(kind).forEach(name -> engine.manage("DELETE", "/" + name, null));
        }
        indices.prepare();
    }

    /** The tokens a text is searched by. */
    public List<String> tokens(String analyzer, String text) {
        var body = Map.of("analyzer", analyzer, "text", text);
        var answer = engine.manage("POST", "/" + indices.searched(Kind.OFFER).getFirst() + "/_analyze", body)
                .orThrow();
        var tokens = new ArrayList<String>();
        answer.body()
                .path("tokens")
                .forEach(token -> tokens.add(token.path("token").asString()));
        return tokens;
    }

    public String stored(Kind kind, String id) {
        return engine.manage("GET", "/" + indices.searched(kind).getFirst() + "/_source/" + id, null)
                .body()
                .toString();
    }
}
