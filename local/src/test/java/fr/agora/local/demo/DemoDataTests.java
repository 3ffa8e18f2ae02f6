package fr.agora.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoDataTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+");
    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)(?:\\+33|0)[\\s\\u00a0\\u202f.-]?[1-9](?:[\\s\\u00a0\\u202f.-]?\\d{2}){4}(?!\\d)");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final List<JsonNode> ORGANIZATIONS = lines("organizations");
    private static final List<JsonNode> MEMBERS = lines("members");
    private static final List<JsonNode> MANDATES = lines("mandates");
    private static final List<JsonNode> USE_CASES = lines("use-cases");
    private static final List<JsonNode> OFFERS = lines("offers");
    private static final List<JsonNode> REUSES = lines("reuses");
    private static final List<JsonNode> STORY = lines("story");

    @Test
    void thereIsEnoughToWalkThePlatform() {
        assertThat(ORGANIZATIONS).hasSizeGreaterThanOrEqualTo(150);
        assertThat(ofType("ministere")).hasSizeGreaterThanOrEqualTo(20);
        assertThat(ofType("datalab")).hasSizeGreaterThanOrEqualTo(10);
        assertThat(ofType("service-deconcentre")).hasSizeGreaterThanOrEqualTo(20);
        assertThat(MEMBERS).hasSizeGreaterThanOrEqualTo(200);
        assertThat(USE_CASES).hasSizeGreaterThanOrEqualTo(50);
        assertThat(OFFERS).hasSizeGreaterThanOrEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "members", "mandates", "use-cases", "offers", "reuses"})
    void idsAreUniqueSlugsOfTheDemoSource(String kind) {
        var entries = lines(kind);
        var ids = values(entries, "id");
        assertThat(ids).doesNotHaveDuplicates().hasSize(entries.size()).allMatch(ID.asMatchPredicate());
        assertThat(values(entries, "source")).hasSize(entries.size()).containsOnly("demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "members", "mandates", "use-cases", "offers", "reuses", "story"})
    void nobodyCanBeWrittenToOrCalledFromTheDemoData(String kind) {
        assertThat(text("demo/" + kind + ".ndjson")).doesNotContainPattern(MAIL).doesNotContainPattern(PHONE);
    }

    @Test
    void everyOrganizationHangsInOneTreeWithoutCycle() {
        var known = Set.copyOf(values(ORGANIZATIONS, "id"));
        assertThat(known).containsAll(values(ORGANIZATIONS, "parent_id"));
        assertThat(known).containsAll(listed(ORGANIZATIONS, "ids_tutelles"));
        for (var organization : ORGANIZATIONS) {
            assertThat(ancestors(organization)).doesNotContain(id(organization));
        }
    }

    @Test
    void membersUseCasesAndOffersNameOrganizationsThatExist() {
        assertThat(Set.copyOf(values(ORGANIZATIONS, "id")))
                .containsAll(values(MEMBERS, "organisation_id"))
                .containsAll(listed(USE_CASES, "organisation_ids"))
                .containsAll(values(OFFERS, "organisation_id"));
    }

    @Test
    void mandatesNamePeopleAndOrganizationsThatExistAndLeaveGapsToFill() {
        assertThat(Set.copyOf(values(MEMBERS, "id"))).containsAll(values(MANDATES, "membre_id"));
        assertThat(Set.copyOf(values(ORGANIZATIONS, "id"))).containsAll(values(MANDATES, "organisation_id"));
        assertThat(Set.copyOf(values(MANDATES, "id"))).containsAll(values(MANDATES, "delegue_de"));
        assertThat(values(MANDATES, "role"))
                .hasSize(MANDATES.size())
                .contains("agd", "amdac", "amdac-delegue", "chef-de-datalab", "relais", "referent-regional");
        // the README's first step fills this one
        assertThat(values(MANDATES, "organisation_id")).doesNotContain("ddt-ardeche");
    }

    @Test
    void offersNameUseCasesThatExist() {
        assertThat(Set.copyOf(values(USE_CASES, "id"))).containsAll(values(OFFERS, "project_id"));
    }

    @Test
    void closedListsHoldOnlyTheirWords() {
        assertThat(values(ORGANIZATIONS, "type"))
                .hasSize(ORGANIZATIONS.size())
                .isSubsetOf(
                        "ministere",
                        "direction",
                        "service",
                        "operateur",
                        "service-deconcentre",
                        "datalab",
                        "autorite-independante",
                        "juridiction",
                        "securite-sociale",
                        "autre");
        assertThat(new HashSet<>(values(USE_CASES, "phase")))
                .isSubsetOf(
                        "investigation", "construction", "acceleration", "opere", "reference", "transfere", "abandonne")
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(values(all(), "visibility")).isSubsetOf("public", "agents", "reseau", "prive");
        assertThat(values(OFFERS, "seniority")).isSubsetOf("debutant", "confirme", "senior", "indifferent");
        assertThat(listed(OFFERS, "contract_types"))
                .isSubsetOf("titulaire", "CDD", "CDI", "freelance", "stage", "apprentissage");
    }

    @Test
    void everyUseCaseIsWorthPublishing() {
        for (var useCase : USE_CASES) {
            assertThat(List.of("pitch", "ce_qui_change", "description_md"))
                    .as(id(useCase))
                    .allMatch(useCase::hasNonNull);
            assertThat(useCase.path("publics")).as(id(useCase)).isNotEmpty();
            assertThat(useCase.path("briques")).as(id(useCase)).hasSizeBetween(2, 5);
            assertThat(useCase.path("indicateurs"))
                    .as(id(useCase))
                    .isNotEmpty()
                    .allMatch(i -> i.hasNonNull("libelle") && i.hasNonNull("source"))
                    .allMatch(i -> LocalDate.parse(i.path("date").asString()).getYear() > 2000);
        }
        var bricks = USE_CASES.stream().flatMap(u -> u.path("briques").valueStream());
        assertThat(values(bricks.toList(), "id")).doesNotHaveDuplicates();
    }

    @Test
    void everyOfferSaysHowManyDaysAreRemoteAndWhenItCloses() {
        for (var offer : OFFERS) {
            assertThat(offer.path("remote_days_per_week").asInt(-1))
                    .as(id(offer))
                    .isBetween(0, 5);
            assertThat(LocalDate.parse(offer.path("closes_at").asString()))
                    .as(id(offer))
                    .isBetween(LocalDate.parse("2026-12-15"), LocalDate.parse("2027-06-30"));
        }
    }

    @Test
    void reusesAreOfWhatExistsByAdministrationsThatDoNotCarryIt() {
        for (var reuse : REUSES) {
            var useCase = useCase(reuse.path("cas_usage").asString());
            assertThat(values(ORGANIZATIONS, "id"))
                    .contains(reuse.path("organisation_id").asString());
            assertThat(listed(List.of(useCase), "organisation_ids"))
                    .as(id(reuse))
                    .doesNotContain(reuse.path("organisation_id").asString());
            assertThat(bricks(useCase)).containsAll(listed(List.of(reuse), "briques"));
        }
        var confirmed = values(REUSES, "confirmee_le");
        assertThat(confirmed).as("some wait for their relay").hasSizeLessThan(REUSES.size());
        assertThat(confirmed).as("some count").anyMatch(day -> day.startsWith("2026-1"));
        assertThat(confirmed).as("some are over").anyMatch(day -> day.startsWith("2025-0"));
    }

    @Test
    void theStoryIsToldByItsPeopleOfWhatExistsOneStepAfterTheOther() {
        Set<String> accounts = accounts();
        Set<String> told = new HashSet<>();
        for (var step : STORY) {
            var path = step.path("appel").asString();
            assertThat(accounts).contains(step.path("par").asString());
            assertThat(told).as(path).containsAll(earlier(path));
            assertThat(told.add(id(step))).as(id(step)).isTrue();
            var body = step.path("corps");
            if (path.contains("/use-cases/")) {
                useCase(path.replaceAll("/api/projects/use-cases/([^/]+)/.*", "$1"));
            }
            if (body.has("useCase")) {
                var useCase = useCase(body.path("useCase").asString());
                assertThat(bricks(useCase)).containsAll(listed(List.of(body), "blocks"));
            }
            if (body.has("organizationId")) {
                assertThat(values(ORGANIZATIONS, "id"))
                        .contains(body.path("organizationId").asString());
            }
            assertThat(values(MEMBERS, "id"))
                    .containsAll(values(List.of(body), "member"))
                    .containsAll(listed(List.of(body), "members"));
        }
    }

    private static List<String> earlier(String path) {
        return Pattern.compile("\\{([^}]+)}")
                .matcher(path)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private static JsonNode useCase(String id) {
        return USE_CASES.stream()
                .filter(each -> id.equals(id(each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id));
    }

    private static List<String> bricks(JsonNode useCase) {
        return values(useCase.path("briques").valueStream().toList(), "id");
    }

    private static Set<String> accounts() {
        try {
            return Set.copyOf(values(
                    JSON.readTree(Files.readString(Path.of("../infra/keycloak/demo/agora-users-0.json")))
                            .path("users")
                            .valueStream()
                            .toList(),
                    "username"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void demoAccountsOwnOneProfileEach() {
        assertThat(values(MEMBERS, "compte")).hasSize(8).doesNotHaveDuplicates();
    }

    private static List<JsonNode> all() {
        return Stream.of(ORGANIZATIONS, MEMBERS, USE_CASES, OFFERS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<JsonNode> ofType(String type) {
        return ORGANIZATIONS.stream()
                .filter(o -> type.equals(o.path("type").asString()))
                .toList();
    }

    private static List<String> ancestors(JsonNode organization) {
        var found = new ArrayList<String>();
        var next = new ArrayList<>(parents(organization));
        while (!next.isEmpty()) {
            var parent = next.removeFirst();
            if (!found.contains(parent)) {
                found.add(parent);
                ORGANIZATIONS.stream().filter(o -> parent.equals(id(o))).forEach(o -> next.addAll(parents(o)));
            }
        }
        return found;
    }

    private static List<String> parents(JsonNode organization) {
        var parents = listed(List.of(organization), "ids_tutelles");
        return Stream.concat(values(List.of(organization), "parent_id").stream(), parents.stream())
                .toList();
    }

    private static String id(JsonNode entry) {
        return entry.path("id").asString();
    }

    private static List<String> values(List<JsonNode> entries, String field) {
        return entries.stream()
                .filter(e -> e.hasNonNull(field))
                .map(e -> e.path(field).asString())
                .toList();
    }

    private static List<String> listed(List<JsonNode> entries, String field) {
        return entries.stream()
                .flatMap(e -> e.path(field).valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static List<JsonNode> lines(String kind) {
        return text("demo/" + kind + ".ndjson").lines().map(JSON::readTree).toList();
    }

    private static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(DemoDataTests.class.getClassLoader().getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
