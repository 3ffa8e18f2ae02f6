package fr.agora.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The query search-service sends for a question, as the engine understood it: its own log of slow searches is set to
 * call every search slow while the question is asked once.
 */
record EngineQuery(URI uri, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LOG = "data/index/logs/agora_index_search_slowlog.json";
    private static final int LOOKS = 100;

    static EngineQuery asSentFor(Platform platform, URI question) throws IOException, InterruptedException {
        URI index = platform.part("index");
        Path log = platform.home().resolve(LOG);
        long before = Files.exists(log) ? Files.size(log) : 0;
        record(platform, index, "\"0ms\"");
        try {
            platform.get(question);
            for (int look = 0; look < LOOKS; look++) {
                List<JsonNode> searches = searchesAfter(log, before);
                if (!searches.isEmpty()) {
                    return of(index, searches.getFirst());
                }
                Thread.sleep(50);
            }
        } finally {
            record(platform, index, "null");
        }
        throw new BenchFailure("The engine did not log the search in " + log + ".");
    }

    private static void record(Platform platform, URI index, String threshold) throws IOException {
        String settings = """
                {"index.search.slowlog.threshold.query.trace": %s}""".formatted(threshold);
        platform.put(index.resolve("/agora-catalogue/_settings"), settings);
    }

    private static List<JsonNode> searchesAfter(Path log, long before) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        byte[] all = Files.readAllBytes(log);
        String added = new String(
                all,
                (int) Math.min(before, all.length),
                (int) Math.max(0, all.length - before),
                StandardCharsets.UTF_8);
        int end = added.lastIndexOf('\n');
        return added.substring(0, end + 1)
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .filter(line -> !line.path("source").asString("").isEmpty())
                .toList();
    }

    private static EngineQuery of(URI index, JsonNode logged) {
        boolean collectsFrequencies = logged.path("search_type").asString("").startsWith("DFS");
        String type = collectsFrequencies ? "dfs_query_then_fetch" : "query_then_fetch";
        URI uri = index.resolve("/agora-catalogue/_search?typed_keys=true&search_type=" + type);
        // escaped once by the log's layout and once more by the log
        return new EngineQuery(uri, JSON.readValue('"' + logged.path("source").asString("") + '"', String.class));
    }
}
