package fr.agora.search.relevance;

import fr.agora.search.SharedNode;
import fr.agora.search.catalogue.Change;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody gets from the engine without a thought: one field, its standard analysis. */
final class PlainBm25 {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TEXTS = List.of("body", "organizationNames", "strong", "keywords");

    private final HttpClient http = HttpClient.newHttpClient();

    PlainBm25(List<Change> changes) {
        ask("DELETE", "/plain-bm25", "");
        ask("PUT", "/plain-bm25", """
                {"mappings": {"dynamic": false, "properties": {"kind": {"type": "keyword"}, "text": {"type": "text"}}}}
                """);
        for (int from = 0; from < changes.size(); from += 500) {
            var bulk = new StringBuilder();
            for (var change : changes.subList(from, Math.min(changes.size(), from + 500))) {
                if (change instanceof Change.Publication) {
                    bulk.append(JSON.writeValueAsString(Map.of("index", Map.of("_id", change.id() + change.version()))))
                            .append('\n')
                            .append(JSON.writeValueAsString(
                                    Map.of("kind", change.kind().code(), "text", text(change.document()))))
                            .append('\n');
                }
            }
            ask("POST", "/plain-bm25/_bulk?refresh=true", bulk.toString());
        }
    }

    private static String text(Map<String, Object> document) {
        var text = new StringBuilder();
        TEXTS.forEach(field -> text.append(document.getOrDefault(field, "")).append('\n'));
        return text.toString();
    }

    List<String> ranked(Judgements.Query query) {
        var filter = query.kinds().isEmpty()
                ? Map.of("match_all", Map.of())
                : Map.of("terms", Map.of("kind", query.kinds()));
        var body = Map.of(
                "size",
                50,
                "_source",
                false,
                "query",
                Map.of("bool", Map.of("filter", filter, "must", Map.of("match", Map.of("text", query.words())))));
        var ids = new ArrayList<String>();
        ask("POST", "/plain-bm25/_search", JSON.writeValueAsString(body))
                .at("/hits/hits")
                .forEach(hit -> ids.add(hit.path("_id").asString()));
        return ids;
    }

    private JsonNode ask(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(SharedNode.get().uri().resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
