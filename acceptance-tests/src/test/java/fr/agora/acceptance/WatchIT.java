package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.agora.acceptance.Collector.Told;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** What an operator watches: figures that exist, traces that lead from a click to the index, and nobody's words. */
class WatchIT {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FILES = CHECKOUT.resolve("infra/helm/agora/files");
    private static final List<String> SERVICES = List.of("directory", "projects", "jobs", "search");
    private static final Pattern FIGURE = Pattern.compile("\\b(agora|http_server|jvm|process)_[a-z_]+");

    private static Agora agora;

    @BeforeAll
    static void start() {
        agora = Agora.running();
    }

    @Test
    void everyFigureTheAlertsAndTheDashboardReadIsTold() throws IOException {
        Set<String> told = new TreeSet<>(figures(agora.figuresOfTheGateway()));
        SERVICES.forEach(service -> told.addAll(figures(agora.part(service))));

        assertThat(read(alerts())).hasSizeGreaterThan(9).isSubsetOf(told);
        assertThat(read(dashboard())).hasSizeGreaterThan(9).isSubsetOf(told);
    }

    @Test
    void everyAlertLeadsToAPage() throws IOException {
        assertThat(rules()).hasSizeGreaterThan(9).allSatisfy(rule -> {
            assertThat(CHECKOUT.resolve(rule.path("annotations").path("runbook").asString("")))
                    .isRegularFile();
            assertThat(rule.path("labels").path("severity").asString("")).isIn("critical", "warning");
        });
    }

    @Test
    void thePublicPortTellsNoFigure() {
        for (String path : List.of("/actuator/prometheus", "/actuator/health")) {
            assertThat(agora.anonymous().get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(agora.anonymous().get("/readyz").json().path("status").asString(""))
                .isEqualTo("UP");
    }

    @Test
    void oneTraceLeadsFromAClickToTheIndexAndQuotesNobody() {
        Collector collector = Collector.running();
        assumeTrue(
                System.getProperty("agora.port") == null || System.getProperty("agora.collector") != null,
                "the platform was started by somebody else and sends its traces nowhere: say -Dagora.collector");
        Api nora = agora.as("nora.lefevre");
        // other stories publish too, and kill who should tell of it
        Set<String> earlier = collector.spans().stream().map(Told::trace).collect(Collectors.toSet());
        String id = nora.post("/api/jobs/offers", """
                        {"title":"Luthier des données","summary":"Essai.","remoteDaysPerWeek":1,"validThrough":"%s","visibility":"PUBLIC"}
                        """.formatted(LocalDate.now().plusMonths(1)))
                .json()
                .path("id")
                .asString();
        nora.post("/api/jobs/offers/" + id + "/publish", "");

        // each service tells its spans when it gets to it: the way is whole once one of them alone lacks its parent
        List<Told> way = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> wayToTheIndex(collector, earlier, "POST /api/jobs/offers/{id}/publish"),
                        spans -> beginnings(spans).size() == 1);
        assertThat(way).extracting(Told::service).contains("gateway", "jobs-service", "search-service");
        assertThat(way).extracting(Told::name).contains("POST jobs", "write index");
        assertThat(beginnings(way))
                .as("all hang together under the gateway's")
                .extracting(Told::name)
                .containsExactly("POST jobs");
        agora.anonymous().search("luthier", "");
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        collector.spans().stream().anyMatch(span -> span.name().equals("search index")));
        assertThat(collector.spans())
                .allSatisfy(span -> assertThat(span.name() + span.details())
                        .doesNotContainIgnoringCase("luthier")
                        .doesNotContain(id)
                        .doesNotContain("nora"));
    }

    private static List<Told> beginnings(List<Told> way) {
        Set<String> spans = way.stream().map(Told::span).collect(Collectors.toSet());
        return way.stream().filter(span -> !spans.contains(span.parent())).toList();
    }

    /** The spans of a new trace in which that happened, once the index was written in it. */
    private static List<Told> wayToTheIndex(Collector collector, Set<String> earlier, String name) {
        List<Told> all = collector.spans().stream()
                .filter(span -> !earlier.contains(span.trace()))
                .toList();
        return all.stream()
                .filter(span -> span.name().equals(name))
                .map(Told::trace)
                .map(trace ->
                        all.stream().filter(span -> span.trace().equals(trace)).toList())
                .filter(spans -> spans.stream().anyMatch(span -> span.name().equals("write index")))
                .filter(spans -> spans.stream().anyMatch(span -> span.service().equals("gateway")))
                .findFirst()
                .orElse(List.of());
    }

    private static Set<String> figures(URI part) {
        String text = Api.send(HttpRequest.newBuilder(part.resolve("/actuator/prometheus"))
                        .timeout(Duration.ofSeconds(20))
                        .build())
                .body();
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static Set<String> read(Stream<String> expressions) {
        return expressions
                .flatMap(expression -> FIGURE.matcher(expression).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> rules() throws IOException {
        Object rules = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(FILES.resolve("agora-alerts.yaml")));
        return Api.JSON
                .<JsonNode>valueToTree(rules)
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    private static Stream<String> alerts() throws IOException {
        return rules().stream().map(rule -> rule.path("expr").asString(""));
    }

    private static Stream<String> dashboard() throws IOException {
        return Api.JSON.readTree(FILES.resolve("agora-dashboard.json")).findValues("expr").stream()
                .map(expression -> expression.asString(""));
    }
}
