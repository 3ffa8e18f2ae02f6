package fr.agora.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fr.agora.platform.security.SharedCaches;
import fr.agora.platform.web.LineImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may do what, as {@code permissions.tsv} says it: a line an endpoint, a column a person. In the small State of
 * {@link World}, Monique is a relay of {@code ddt-07} (mandate {@code relay}), and Claire's ministry supervises it.
 */
@DirectoryTest
class PermissionTests {

    private static final List<String> PEOPLE =
            List.of("anonymous", "agent", "network", "amdac", "other-amdac", "moderator", "admin");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings;

    private final Map<String, List<Document>> asItStood = new LinkedHashMap<>();

    private record Line(HttpMethod method, String path, List<Integer> expected, String body) {}

    @BeforeEach
    void theStateAsItStands() throws Exception {
        World.in(mvc, store).imports("mandates", """
                {"id":"relay","role":"relais","membre_id":"m-monique","organisation_id":"ddt-07","debut":"2025-01-01"}
                {"id":"agd","role":"agd","membre_id":"m-paul","organisation_id":"dinum","debut":"2025-01-01"}
                """);
        asItStood.clear();
        for (String collection : collections()) {
            asItStood.put(collection, store.findAll(Document.class, collection));
        }
    }

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingElse() throws Exception {
        List<String> surprises = new ArrayList<>();
        for (Line line : lines()) {
            for (int i = 0; i < PEOPLE.size(); i++) {
                int status = mvc.perform(asked(line, PEOPLE.get(i)))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                if (status != line.expected().get(i)) {
                    surprises.add("%s %s by %s: %d, not %d"
                            .formatted(
                                    line.method(),
                                    line.path(),
                                    PEOPLE.get(i),
                                    status,
                                    line.expected().get(i)));
                }
                if (!line.method().equals(HttpMethod.GET) && status < 400) {
                    putBack();
                }
            }
        }

        assertThat(surprises).isEmpty();
    }

    @Test
    void readingChangesNothing() throws Exception {
        // what the import of the small State set off has to come to its end
        await().until(() -> !store.exists(new Query(where("ripple").exists(true)), "organizations"));
        List<String> changed = new ArrayList<>();
        for (Line line : reading()) {
            Map<String, Map<Object, Document>> before = stored();
            for (String who : PEOPLE) {
                mvc.perform(asked(line, who));
            }
            Map<String, Map<Object, Document>> after = stored();
            if (!after.equals(before)) {
                after.entrySet().removeAll(before.entrySet());
                changed.add(line.path() + " changes " + after.keySet());
            }
        }

        assertThat(changed).isEmpty();
    }

    /** Less what goes on by itself, facts on their way and leases, and the trail: a refused reading is noted too. */
    private Map<String, Map<Object, Document>> stored() {
        Map<String, Map<Object, Document>> all = new TreeMap<>();
        for (String collection : store.getCollectionNames()) {
            if (!collection.startsWith("audit_") && !collection.equals("leases")) {
                store.findAll(Document.class, collection).forEach(document -> {
                    document.remove("outbox");
                    all.computeIfAbsent(collection, unknown -> new LinkedHashMap<>())
                            .put(document.get("_id"), document);
                });
            }
        }
        return all;
    }

    @Test
    void whatAVisitorMayNotReadStaysInNoSharedCache() throws Exception {
        List<String> kept = new ArrayList<>();
        for (Line line : reading()) {
            for (int i = 1; line.expected().getFirst() != 200 && i < PEOPLE.size(); i++) {
                if (SharedCaches.mayKeep(
                        mvc.perform(asked(line, PEOPLE.get(i))).andReturn().getResponse())) {
                    kept.add(line.path() + " as " + PEOPLE.get(i));
                }
            }
        }

        assertThat(kept).isEmpty();
    }

    private static List<Line> reading() throws IOException {
        List<Line> reading = lines().stream()
                .filter(line -> line.method().equals(HttpMethod.GET))
                .toList();
        assertThat(reading).hasSizeGreaterThan(30);
        return reading;
    }

    @Test
    void everyEndpointHasItsLine() throws IOException {
        List<Line> lines = lines();
        Set<String> missing = new TreeSet<>();
        mappings.values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(each -> isOurs(each.getValue()))
                .forEach(each -> methods(each.getKey())
                        .forEach(method -> each.getKey().getPatternValues().stream()
                                .filter(pattern -> lines.stream().noneMatch(line -> isFor(line, method, pattern)))
                                .forEach(pattern -> missing.add(method + " " + pattern))));

        assertThat(missing).as("endpoints without a line in permissions.tsv").isEmpty();
    }

    private static boolean isOurs(HandlerMethod handler) {
        String name = handler.getBeanType().getName();
        // /error is no address: an answer is forwarded there
        return name.startsWith("fr.agora.") && !name.startsWith("fr.agora.platform.ui.");
    }

    private static Set<RequestMethod> methods(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    }

    private static boolean isFor(Line line, RequestMethod method, String pattern) {
        PathPattern parsed = PathPatternParser.defaultInstance.parse(pattern);
        return line.method().matches(method.name())
                && parsed.matches(PathContainer.parsePath(line.path().split("\\?")[0]));
    }

    private static MockHttpServletRequestBuilder asked(Line line, String who) {
        MockHttpServletRequestBuilder request = request(line.method(), java.net.URI.create(line.path()));
        if (!who.equals("anonymous")) {
            request.header("Authorization", bearer(who));
        }
        boolean page = !line.path().startsWith("/api/");
        if (page && line.method().equals(HttpMethod.POST)) {
            request.header("X-Agora-Csrf", "jeton")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .param("_csrf", "jeton");
            Arrays.stream(line.body().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> request.param(pair[0], pair[1]));
        } else if (line.path().contains("/imports/")) {
            request.contentType(LineImport.NDJSON).content("\n");
        } else if (!line.body().isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).content(line.body());
        }
        return request;
    }

    private static String bearer(String who) {
        return switch (who) {
            case "agent" -> World.AMINA;
            case "network" -> World.MONIQUE;
            case "amdac" -> World.CLAIRE;
            case "other-amdac" -> World.JEAN;
            case "moderator" -> World.SOFIA;
            case "admin" -> World.ADMIN;
            default -> throw new IllegalArgumentException(who);
        };
    }

    // who holds a lease renews it when they want, between two of our steps too
    private Set<String> collections() {
        Set<String> names = new TreeSet<>(store.getCollectionNames());
        names.remove("leases");
        return names;
    }

    private void putBack() {
        for (String collection : collections()) {
            store.getCollection(collection).deleteMany(new Document());
        }
        asItStood.forEach((collection, documents) -> {
            if (!documents.isEmpty()) {
                store.getCollection(collection).insertMany(documents);
            }
        });
    }

    private static List<Line> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(PermissionTests.class.getResourceAsStream("/permissions.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PermissionTests::line)
                    .toList();
        }
    }

    private static Line line(String text) {
        String[] cells = text.split("\t+");
        assertThat(cells.length).as(text).isGreaterThanOrEqualTo(2 + PEOPLE.size());
        List<Integer> expected = Arrays.stream(cells, 2, 2 + PEOPLE.size())
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
        return new Line(
                HttpMethod.valueOf(cells[0].strip()),
                cells[1].strip(),
                expected,
                cells.length > 2 + PEOPLE.size() ? cells[2 + PEOPLE.size()].strip() : "");
    }
}
