package fr.agora.search.cost;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks the engine itself, with parts of the question left out. */
record BareEngine(URI search, HttpClient http) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    BareEngine(URI search) {
        this(search, HttpClient.newHttpClient());
    }

    List<String> without(List<String> bodies, String... parts) {
        return bodies.stream()
                .map(body -> ((ObjectNode) JSON.readTree(body))
                        .remove(List.of(parts))
                        .toString())
                .toList();
    }

    /** What any question costs, whatever is asked. */
    List<String> ofEverything(int count) {
        return Collections.nCopies(count, """
                {"size": 0, "track_total_hits": false, "query": {"match_all": {}}}
                """);
    }

    void ask(String body) {
        var request = HttpRequest.newBuilder(search)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
