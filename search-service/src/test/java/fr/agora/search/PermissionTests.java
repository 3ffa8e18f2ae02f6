package fr.agora.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.security.SharedCaches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every row of {@code permissions.tsv}, as each kind of person and as whoever saved the search that is asked for. */
class PermissionTests extends SearchTest {

    private static final JwtFixture OWNER = JwtFixture.member("titulaire");

    private static final List<@Nullable JwtFixture> ACCOUNTS = Arrays.asList(
            null,
            new JwtFixture("agent", "insee", List.of(), Instant.now().plusSeconds(600)),
            JwtFixture.member("membre"),
            OWNER,
            JwtFixture.member("recrutement").with(Role.RECRUITER),
            JwtFixture.member("moderation").with(Role.MODERATOR),
            JwtFixture.member("administration").with(Role.ADMIN));

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings;

    @Autowired
    private MongoTemplate store;

    @Test
    void eachAccountGetsWhatTheTableSays() throws Exception {
        var wrong = new ArrayList<String>();
        for (var row : rows()) {
            for (int account = 0; account < ACCOUNTS.size(); account++) {
                var status = status(row, ACCOUNTS.get(account));
                if (status != Integer.parseInt(row[2 + account])) {
                    wrong.add("%s %s account %d: %d".formatted(row[0], row[1], account, status));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyEndpointHasItsRowAndEveryRowItsEndpoint() throws Exception {
        var written = new TreeSet<String>();
        for (var row : rows()) {
            written.add(row[0] + " " + row[1].split("\\?")[0]);
        }
        var unwritten = new TreeSet<String>();
        var answering = new TreeSet<String>();
        for (var endpoint : endpoints()) {
            var fitting = written.stream().filter(endpoint::takes).toList();
            answering.addAll(fitting);
            if (fitting.isEmpty()) {
                unwritten.add(endpoint.method() + " " + endpoint.pattern());
            }
        }

        assertThat(unwritten).as("endpoints without a row").isEmpty();
        assertThat(answering).as("rows with an endpoint").isEqualTo(written);
    }

    @Test
    void aBodyThatIsNoFormIsHeldToTheFormsTokenToo() throws Exception {
        var asked = request(HttpMethod.DELETE, "/alertes")
                .header("X-Agora-Csrf", "jeton")
                .header("Authorization", JwtFixture.member("membre").bearer())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("{}");

        assertThat(mvc.perform(asked).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    private record Endpoint(String method, PathPattern pattern) {

        boolean takes(String row) {
            var parts = row.split(" ", 2);
            return parts[0].equals(method) && pattern.matches(PathContainer.parsePath(parts[1]));
        }
    }

    private List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        mappings.values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    var name = handler.getBeanType().getName();
                    // /error is no address: an answer is forwarded there
                    if (name.startsWith("fr.agora.") && !name.startsWith("fr.agora.platform.ui.")) {
                        for (var method : info.getMethodsCondition().getMethods()) {
                            info.getPatternValues()
                                    .forEach(pattern -> endpoints.add(new Endpoint(
                                            method.name(), PathPatternParser.defaultInstance.parse(pattern))));
                        }
                    }
                }));
        return endpoints;
    }

    @Test
    void readingChangesNothing() throws Exception {
        var changed = new ArrayList<String>();
        // made once, by whoever searches first
        status(reading().getFirst(), OWNER);
        for (var row : reading()) {
            var path = path(row);
            var before = stored();
            for (var account : ACCOUNTS) {
                answer(row, path, account);
            }
            var after = stored();
            if (!after.equals(before)) {
                after.entrySet().removeAll(before.entrySet());
                changed.add(path + " changes " + after.keySet());
            }
        }

        assertThat(changed).isEmpty();
    }

    /** Less what goes on by itself, facts on their way and leases, and the trail: a refused reading is noted too. */
    private Map<String, Map<Object, Document>> stored() {
        var all = new TreeMap<String, Map<Object, Document>>();
        for (var collection : store.getCollectionNames()) {
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
        var kept = new ArrayList<String>();
        for (var row : reading()) {
            for (var account : ACCOUNTS.subList(1, ACCOUNTS.size())) {
                var path = path(row);
                if (!row[2].equals("200") && SharedCaches.mayKeep(answer(row, path, account))) {
                    kept.add(path);
                }
            }
        }

        assertThat(kept).isEmpty();
    }

    private static List<String[]> reading() throws IOException {
        var reading = rows().stream().filter(row -> row[0].equals("GET")).toList();
        assertThat(reading).hasSizeGreaterThan(20);
        return reading;
    }

    private int status(String[] row, @Nullable JwtFixture user) throws Exception {
        return answer(row, path(row), user).getStatus();
    }

    private String path(String[] row) throws Exception {
        return row[1].contains("SAVED") ? row[1].replace("SAVED", saved()) : row[1];
    }

    private MockHttpServletResponse answer(String[] row, String path, @Nullable JwtFixture user) throws Exception {
        var method = row[0];
        var asked = request(HttpMethod.valueOf(method), path).header("X-Agora-Csrf", "jeton");
        if (!method.equals("GET") && path.startsWith("/api/")) {
            asked.contentType(MediaType.APPLICATION_JSON)
                    .content(row.length > 2 + ACCOUNTS.size() ? row[2 + ACCOUNTS.size()] : "{}");
        } else if (!method.equals("GET")) {
            asked.param("_csrf", "jeton").param("rhythm", "NEVER");
        }
        if (user != null) {
            asked.header("Authorization", user.bearer());
        }
        return mvc.perform(asked).andReturn().getResponse();
    }

    /** A search of the owner's, made anew for each call that may end it. */
    private String saved() throws Exception {
        var kept = request(HttpMethod.POST, "/api/search/alerts")
                .header("Authorization", OWNER.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"Juristes\",\"query\":\"q=juriste\",\"rhythm\":\"DAILY\"}");
        var answer = mvc.perform(kept).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        return String.valueOf(answer.getHeader("Location")).replaceAll(".*/", "");
    }

    private static List<String[]> rows() throws IOException {
        try (var file = Objects.requireNonNull(PermissionTests.class.getResourceAsStream("/permissions.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
