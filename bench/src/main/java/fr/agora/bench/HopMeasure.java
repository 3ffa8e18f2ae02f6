package fr.agora.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the way through the gateway costs, on an answer of about 2 kB that the service hardly works for. */
final class HopMeasure {

    private static final int WANTED_BYTES = 2_048;
    private static final String READER = "lucas.morvan";

    /** Where an item of about that length may be: lists, and the service that answers them. */
    private static final List<Source> SOURCES = List.of(
            new Source("projects", "/api/projects/use-cases"),
            new Source("jobs", "/api/jobs/offers"),
            new Source("directory", "/api/directory/organizations"),
            new Source("directory", "/api/directory/members"));

    private record Source(String service, String list) {}

    private record Page(String service, String path, int bytes) {
        int distance() {
            return Math.abs(bytes - WANTED_BYTES);
        }
    }

    private final Platform platform;
    private final Comparison comparison;

    HopMeasure(Platform platform, Comparison comparison) {
        this.platform = platform;
        this.comparison = comparison;
    }

    void into(Report report) throws IOException, InterruptedException {
        Page page = page();
        URI direct = platform.part(page.service()).resolve(page.path());
        URI through = platform.gateway().resolve(page.path());
        String group = "Gateway hop: GET " + page.path() + ", " + page.bytes() + " bytes";
        Rows rows = new Rows(report, group);
        List<Measured> anonymous = comparison.of(List.of(
                new Alternative(page.service() + " directly, anonymous", Request.get(direct)),
                new Alternative("through the gateway, anonymous", Request.get(through))));
        String bearer = platform.bearer(READER);
        List<Measured> known = comparison.of(List.of(
                new Alternative(
                        page.service() + " directly, bearer token", Request.get(direct, "Authorization", bearer)),
                new Alternative("through the gateway, bearer token", Request.get(through, "Authorization", bearer))));
        rows.ratio("gateway / service, anonymous", anonymous.get(1).ratioTo(anonymous.get(0)));
        rows.ratio("gateway / service, bearer token", known.get(1).ratioTo(known.get(0)));
        anonymous.forEach(rows::load);
        known.forEach(rows::load);
    }

    private Page page() throws IOException {
        Page best = null;
        for (Source source : SOURCES) {
            URI list = platform.part(source.service()).resolve(source.list() + "?size=100");
            for (JsonNode item : platform.get(list).path("items")) {
                Page page = new Page(
                        source.service(), source.list() + "/" + item.path("id").asString(""), bytes(item));
                if (best == null || page.distance() < best.distance()) {
                    best = page;
                }
            }
        }
        if (best == null) {
            throw new BenchFailure("There is nothing published to read: is the demo data loaded?");
        }
        // a list may tell less of an item than its own address does
        JsonNode whole = platform.get(platform.part(best.service()).resolve(best.path()));
        return new Page(best.service(), best.path(), bytes(whole));
    }

    private static int bytes(JsonNode item) {
        return item.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
