package fr.agora.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The same search by three doors: the engine, search-service, the gateway. */
final class SearchMeasure {

    private final Platform platform;
    private final Comparison comparison;
    private final String words;

    SearchMeasure(Platform platform, Comparison comparison, String words) {
        this.platform = platform;
        this.comparison = comparison;
        this.words = words;
    }

    void into(Report report) throws IOException, InterruptedException {
        String path = "/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        URI service = platform.part("search").resolve(path);
        long found = platform.get(service).path("total").asLong();
        if (found == 0) {
            throw new BenchFailure(
                    "Nothing is found by \"" + words + "\", so nothing would be compared: is the demo data loaded?");
        }
        EngineQuery query = EngineQuery.asSentFor(platform, service);
        long foundByEngine =
                platform.post(query.uri(), query.body()).at("/hits/total/value").asLong();
        if (found != foundByEngine) {
            throw new BenchFailure("The engine finds " + foundByEngine + " where the service finds " + found + ".");
        }
        List<Measured> measured = comparison.of(List.of(
                new Alternative("OpenSearch directly", Request.post(query.uri(), query.body())),
                new Alternative("search-service directly", Request.get(service)),
                new Alternative(
                        "through the gateway", Request.get(platform.gateway().resolve(path)))));
        String group = "Search for \"" + words + "\", " + found + " found, anonymous";
        Rows rows = new Rows(report, group);
        rows.ratio("gateway / OpenSearch", measured.get(2).ratioTo(measured.get(0)));
        rows.ratio("search-service / OpenSearch", measured.get(1).ratioTo(measured.get(0)));
        rows.ratio("gateway / search-service", measured.get(2).ratioTo(measured.get(1)));
        measured.forEach(rows::load);
    }
}
