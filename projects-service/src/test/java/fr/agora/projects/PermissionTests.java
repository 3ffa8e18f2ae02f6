package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.security.SharedCaches;
import fr.agora.projects.usecase.UseCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may call what: {@code permissions.tsv} says for every endpoint what each kind of reader is answered. Where a path
 * names a use case, it is a published one of the persona « owner »; other names stand for something absent.
 */
class PermissionTests extends RunningService {

    private static final String BODY = "{\"phase\":\"LIVE\"}";

    private final Map<String, @Nullable JwtFixture> personas = personas();

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings;

    private @Nullable UseCase read;
    private boolean touched;

    private static Map<String, @Nullable JwtFixture> personas() {
        Map<String, @Nullable JwtFixture> all = new LinkedHashMap<>();
        all.put("anonymous", null);
        all.put("agent", OUTSIDER);
        all.put("member", MEMBER);
        all.put("owner", AUTHOR);
        all.put("otherOwner", OTHER_AUTHOR);
        all.put("recruiter", JwtFixture.member("compte-ines").with(Role.RECRUITER));
        all.put("moderator", MODERATOR);
        all.put("admin", ADMIN);
        return all;
    }

    /** One line of the file. */
    private record Row(String method, String path, Map<String, String> expected) {}

    @Test
    void everyEndpointHasItsRowAndNoRowIsWithoutAnEndpoint() throws Exception {
        Set<String> written = rows().stream()
                .map(row -> row.method() + " " + row.path())
                .collect(Collectors.toCollection(TreeSet::new));

        List<String> missing = new ArrayList<>();
        for (String endpoint : endpoints()) {
            if (!written.contains(endpoint)) {
                missing.add(asAnswered(endpoint));
            }
        }
        assertThat(missing)
                .as("endpoints without a row; think before you add these")
                .isEmpty();
        assertThat(endpoints()).as("endpoints that have a row").containsAll(written);
    }

    private String asAnswered(String endpoint) throws Exception {
        String[] parts = endpoint.split(" ", 2);
        Row row = new Row(parts[0], parts[1], Map.of());
        List<String> cells = new ArrayList<>(List.of(parts));
        for (JwtFixture persona : personas.values()) {
            cells.add(Integer.toString(answer(row, persona)));
        }
        return String.join("\t", cells);
    }

    @Test
    void everybodyIsAnsweredWhatTheirRowSays() throws Exception {
        List<String> otherwise = new ArrayList<>();
        for (Row row : rows()) {
            for (String persona : personas.keySet()) {
                String expected = row.expected().get(persona);
                String answered = Integer.toString(answer(row, personas.get(persona)));
                if (!answered.equals(expected)) {
                    otherwise.add(
                            row.method() + " " + row.path() + " " + persona + " " + answered + " not " + expected);
                }
            }
        }

        assertThat(otherwise).isEmpty();
    }

    @Test
    void readingChangesNothing() throws Exception {
        List<String> changed = new ArrayList<>();
        for (Row row : reading()) {
            useCase(row);
            Map<String, Map<Object, Document>> before = stored();
            for (JwtFixture persona : personas.values()) {
                answer(row, persona);
            }
            Map<String, Map<Object, Document>> after = stored();
            if (!after.equals(before)) {
                after.entrySet().removeAll(before.entrySet());
                changed.add(row.path() + " changes " + after.keySet());
            }
        }

        assertThat(changed).isEmpty();
    }

    /**
     * Less what goes on by itself, facts on their way and leases, the trail, where a refused reading is noted too, and
     * what is kept of an assistant's answer so that it is asked once.
     */
    private Map<String, Map<Object, Document>> stored() {
        Map<String, Map<Object, Document>> all = new TreeMap<>();
        for (String collection : store.getCollectionNames()) {
            if (!collection.startsWith("audit_")
                    && !Set.of("leases", "meanings").contains(collection)) {
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
        for (Row row : reading()) {
            boolean open = "200".equals(row.expected().get("anonymous"));
            for (String persona : personas.keySet()) {
                if (!open && SharedCaches.mayKeep(answered(row, personas.get(persona)))) {
                    kept.add(row.path() + " as " + persona);
                }
            }
        }

        assertThat(kept).isEmpty();
    }

    private List<Row> reading() throws IOException {
        List<Row> reading =
                rows().stream().filter(row -> row.method().equals("GET")).toList();
        assertThat(reading).hasSizeGreaterThan(30);
        return reading;
    }

    private int answer(Row row, @Nullable JwtFixture persona) throws Exception {
        return answered(row, persona).getStatus();
    }

    private MockHttpServletResponse answered(Row row, @Nullable JwtFixture persona) throws Exception {
        UseCase useCase = useCase(row);
        boolean api = row.path().startsWith("/api/");
        String path = row.path()
                .replaceAll("\\{slug[^}]*}", useCase.slug())
                .replaceAll("\\{idOrSlug[^}]*}", useCase.id())
                .replace(
                        "/blocks/{id}",
                        "/blocks/" + useCase.content().blocks().getFirst().id())
                .replace(
                        "/briques/{id}",
                        "/briques/" + useCase.content().blocks().getFirst().id())
                .replace("/themes/{code}", "/themes/sante")
                .replaceAll("\\{[^}]*}", "absent");
        var request = request(HttpMethod.valueOf(row.method()), path);
        if (persona != null) {
            request.header("Authorization", persona.bearer());
        }
        if (api) {
            boolean lines = row.path().contains("/imports/");
            request.contentType(lines ? "application/x-ndjson" : "application/json");
            request.content(row.method().equals("GET") ? "" : lines ? "" : body(row));
        } else {
            request.header("X-Agora-Csrf", "jeton").param("_csrf", "jeton").param("phase", "LIVE");
        }
        return call(request);
    }

    private static String body(Row row) {
        return row.path().endsWith("/use-cases") || row.method().equals("PUT") ? Bodies.HEDGES : BODY;
    }

    /** A fresh one for every call that may change it. */
    private UseCase useCase(Row row) throws Exception {
        boolean changes = !row.method().equals("GET");
        if (read == null || touched || changes) {
            store.remove(new Query(), "use_cases");
            read = useCase(published(AUTHOR, Bodies.HEDGES));
        }
        touched = changes;
        return read;
    }

    private UseCase useCase(String id) {
        return Objects.requireNonNull(store.findById(id, UseCase.class));
    }

    private Set<String> endpoints() {
        Set<String> all = new TreeSet<>();
        mappings.values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
                    String name = method.getBeanType().getName();
                    // /error is no address: an answer is forwarded there
                    if (name.startsWith("fr.agora.") && !name.startsWith("fr.agora.platform.ui.")) {
                        all.addAll(lines(info));
                    }
                }));
        return all;
    }

    private static List<String> lines(RequestMappingInfo info) {
        List<String> lines = new ArrayList<>();
        for (RequestMethod method : info.getMethodsCondition().getMethods()) {
            info.getPatternValues().forEach(path -> lines.add(method.name() + " " + path));
        }
        return lines;
    }

    private List<Row> rows() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/permissions.tsv")) {
            List<String> lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            List<String> columns = List.of(lines.getFirst().split("\t"));
            List<Row> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t");
                Map<String, String> expected = new LinkedHashMap<>();
                for (int index = 2; index < columns.size(); index++) {
                    expected.put(columns.get(index), cells[index]);
                }
                rows.add(new Row(cells[0], cells[1], expected));
            }
            return rows;
        }
    }
}
