package fr.agora.search.index;

import static fr.agora.search.index.Engine.object;

import fr.agora.search.catalogue.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kept searches, asked the other way round: which of them does a new entry match? */
@Component
public final class AlertIndex {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 500;
    private static final int UNREADABLE = 400;

    private final Engine engine;
    private final String name;
    private volatile boolean ready;

    AlertIndex(Engine engine, IndexSettings settings) {
        this.engine = engine;
        this.name = settings.prefix() + "-alerts-v"
                + IndexDefinition.ofAlerts().at("/mappings/_meta/definition").asString();
    }

    /** Creates it when it is absent; whoever keeps the searches puts them in again then. */
    public void prepare() {
        if (!engine.manage("GET", "/" + name, null).isDone()) {
            var answer = engine.manage("PUT", "/" + name, IndexDefinition.ofAlerts());
            var taken = answer.body().at("/error/type").asString("").equals("resource_already_exists_exception");
            if (!taken) {
                answer.orThrow();
            }
        }
        ready = true;
    }

    private void prepared() {
        if (!ready) {
            prepare();
        }
    }

    /** Known to the very next entry. */
    public void put(String alert, Query query) {
        prepared();
        var body = object("alert", alert, "query", JSON.readTree(query.toJsonString()));
        engine.manage("PUT", "/" + name + "/_doc/" + alert + "?refresh=true", body)
                .orThrow();
    }

    public void remove(String alert) {
        prepared();
        engine.manage("DELETE", "/" + name + "/_doc/" + alert + "?refresh=true", null);
    }

    /** The entries each search matches, by the search's id; an entry the engine cannot read matches none. */
    public Map<String, List<Change.Publication>> matching(List<Change.Publication> entries) {
        prepared();
        var matching = new LinkedHashMap<String, List<Change.Publication>>();
        match(entries, matching);
        return matching;
    }

    private void match(List<Change.Publication> entries, Map<String, List<Change.Publication>> matching) {
        var documents = entries.stream().map(Change.Publication::document).toList();
        var after = "";
        int found;
        do {
            var answer = engine.manage("POST", "/" + name + "/_search", asked(documents, after));
            if (answer.status() == UNREADABLE) {
                matchHalves(entries, matching);
                return;
            }
            found = 0;
            for (var hit : answer.orThrow().body().at("/hits/hits")) {
                found++;
                after = hit.at("/fields/alert/0").asString();
                matching.computeIfAbsent(after, absent -> new ArrayList<>()).addAll(matched(hit, entries));
            }
        } while (found == PAGE);
    }

    /** Finds out which of them it is. */
    private void matchHalves(List<Change.Publication> entries, Map<String, List<Change.Publication>> matching) {
        if (entries.size() > 1) {
            match(entries.subList(0, entries.size() / 2), matching);
            match(entries.subList(entries.size() / 2, entries.size()), matching);
        }
    }

    private static Map<String, Object> asked(List<Map<String, Object>> documents, String after) {
        var asked = object(
                "size",
                PAGE,
                "_source",
                false,
                "fields",
                List.of("alert"),
                "sort",
                List.of("alert"),
                "query",
                object(
                        "constant_score",
                        object("filter", object("percolate", object("field", "query", "documents", documents)))));
        if (!after.isEmpty()) {
            asked.put("search_after", List.of(after));
        }
        return asked;
    }

    private static List<Change.Publication> matched(JsonNode hit, List<Change.Publication> entries) {
        var matched = new ArrayList<Change.Publication>();
        hit.at("/fields/_percolator_document_slot").forEach(slot -> matched.add(entries.get(slot.asInt())));
        return matched;
    }
}
