package fr.agora.search.index;

import fr.agora.search.catalogue.Change;
import fr.agora.search.catalogue.JointFacets;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.catalogue.WholeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.node.ObjectNode;

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
        indices.all().forEach(name -> engine.manage("DELETE", "/" + name, null));
        indices.replaced().forEach(name -> engine.manage("DELETE", "/" + name, null));
        indices.prepare();
    }

    /** As if somebody had deleted what is searched. */
    public void lose() {
        indices.searched().forEach(name -> engine.manage("DELETE", "/" + name, null));
        indices.prepare();
    }

    /**
     * Nothing but one entry in an index of its kind, as versions before the one index left it: its body is no more than
     * that, and each facet has but a field of its own.
     */
    public void asBefore(Change change) {
        indices.all().forEach(name -> engine.manage("DELETE", "/" + name, null));
        var alias = "agora-" + change.kind().code();
        var body = IndexDefinition.ofCatalogue();
        ((ObjectNode) body.at("/mappings/_meta")).put("definition", "of before");
        body.putPOJO("aliases", Map.of(alias, Map.of(), alias + "-feed", Map.of()));
        ((ObjectNode) body.at("/mappings/properties")).remove(JointFacets.FIELD);
        engine.manage("PUT", "/" + alias + "-000001", body).orThrow();
        engine.manage("PUT", "/" + alias + "-000001/_doc/" + change.id() + "?refresh=true", documentOfBefore(change))
                .orThrow();
        indices.prepare();
    }

    /** An entry in today's index as an instance of an earlier version writes it. */
    public void putAsBefore(Change change) {
        var name = indices.searched().getFirst();
        engine.manage("PUT", "/" + name + "/_doc/" + change.documentId() + "?refresh=true", documentOfBefore(change))
                .orThrow();
    }

    private static Map<String, Object> documentOfBefore(Change change) {
        var document = new HashMap<>(change.document());
        document.remove(JointFacets.FIELD);
        document.compute(
                "body",
                (field, whole) -> WholeText.parted(Objects.requireNonNull(whole).toString())
                        .body());
        return document;
    }

    /** The tokens a text is searched by. */
    public List<String> tokens(String analyzer, String text) {
        var body = Map.of("analyzer", analyzer, "text", text);
        var answer = engine.manage("POST", "/" + indices.searched().getFirst() + "/_analyze", body)
                .orThrow();
        var tokens = new ArrayList<String>();
        answer.body()
                .path("tokens")
                .forEach(token -> tokens.add(token.path("token").asString()));
        return tokens;
    }

    public String stored(Kind kind, String id) {
        return engine.manage("GET", "/" + indices.searched().getFirst() + "/_source/" + kind.code() + ":" + id, null)
                .body()
                .toString();
    }

    /** As if somebody had deleted the index of kept searches. */
    public void loseKeptSearches() {
        keptSearches().forEach(name -> engine.manage("DELETE", "/" + name, null));
    }

    /** What an earlier version left behind. */
    public void leaveKeptSearchesOfBefore() {
        engine.manage("PUT", "/agora-alerts-vbefore", Map.of()).orThrow();
    }

    public List<String> keptSearches() {
        return Indices.names(engine.manage("GET", "/agora-alerts-v*/_alias", null));
    }

    /** Puts in a search that nobody keeps any more, as of long ago. */
    public void putForgottenSearch(String id) {
        var path = "/" + keptSearches().getFirst() + "/_doc/" + id + "?refresh=true";
        engine.manage("PUT", path, Map.of("alert", id, "seenAt", 0, "query", Map.of("match_all", Map.of())))
                .orThrow();
    }

    public List<String> idsOfKeptSearches() {
        var ids = new ArrayList<String>();
        engine.manage("POST", "/agora-alerts-v*/_search?size=100", null)
                .orThrow()
                .body()
                .at("/hits/hits")
                .forEach(hit -> ids.add(hit.path("_id").asString()));
        return ids;
    }
}
