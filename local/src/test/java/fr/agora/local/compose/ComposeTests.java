package fr.agora.local.compose;

import static fr.agora.local.compose.Composition.environment;
import static fr.agora.local.compose.Composition.line;
import static fr.agora.local.compose.Composition.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.local.compose.Composition.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml against itself, its image, its settings and the applications, since no engine runs it here. */
class ComposeTests {

    /** Where each bought component listens inside its image. */
    private static final Map<String, String> PORTS = Map.of(
            "mongodb", "27017",
            "rabbitmq", "5672",
            "opensearch", "9200",
            "keycloak", "8080",
            "keycloak-db", "5432");

    private static final Pattern SECRET = Pattern.compile(".*(SECRET|PASSWORD|_KEY)$");
    private static final Pattern ADDRESS = Pattern.compile("(?://|@)([a-z][a-z-]*):(\\d+)");
    private static final Pattern REALM_VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z_]+)}");

    private final Path checkout = Path.of("..").toAbsolutePath().normalize();
    private final Map<String, String> demo = new TreeMap<>();
    private Composition compose;
    private Composition demoCompose;
    private String image;

    @BeforeEach
    void read() throws IOException {
        compose = Composition.read(checkout.resolve("docker-compose.yml"));
        demoCompose = Composition.read(checkout.resolve("docker-compose.demo.yml"));
        image = Files.readString(checkout.resolve("Dockerfile"));
        Files.readAllLines(checkout.resolve("infra/compose/demo.env")).stream()
                .filter(each -> !each.isBlank() && !each.startsWith("#"))
                .map(each -> each.split("=", 2))
                .forEach(each -> demo.put(each[0], each[1]));
    }

    private List<Use> uses() {
        return List.of(compose, demoCompose).stream().flatMap(Composition::uses).toList();
    }

    private Set<String> engineSecrets() {
        return compose.named("secrets").values().stream()
                .map(each -> each.path("environment").asString(""))
                .collect(Collectors.toSet());
    }

    @Test
    void everyVariableIsInTheDemoEnvironmentOrHasADefault() {
        assertThat(uses()).isNotEmpty().allMatch(use -> demo.containsKey(use.name()) || use.hasDefault());
        assertThat(demo.keySet()).containsAll(engineSecrets());
    }

    @Test
    void everyVariableOfTheDemoEnvironmentIsUsed() {
        Set<String> used = uses().stream().map(Use::name).collect(Collectors.toCollection(TreeSet::new));
        used.addAll(engineSecrets());
        assertThat(used).containsAll(demo.keySet());
    }

    @Test
    void noSecretHasADefaultAndEachIsDemandedByName() {
        List<Use> secrets = uses().stream()
                .filter(use -> SECRET.matcher(use.name()).matches())
                .toList();
        assertThat(secrets).isNotEmpty().noneMatch(Use::hasDefault);
        Set<String> demanded =
                secrets.stream().filter(Use::isDemanded).map(Use::name).collect(Collectors.toSet());
        assertThat(demanded).containsAll(secrets.stream().map(Use::name).collect(Collectors.toSet()));
        compose.services()
                .forEach((name, service) -> environment(service).forEach((variable, value) -> {
                    if (SECRET.matcher(variable).matches()) {
                        assertThat(value).as(name + " " + variable).startsWith("${");
                    }
                }));
    }

    @Test
    void theArchitectureExplainsEveryVariableAnApplicationReads() throws IOException {
        Set<String> explained = explained();
        for (Application application : Application.all(checkout)) {
            assertThat(explained).as(application.name()).containsAll(application.reads());
        }
    }

    private Set<String> explained() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String row : Files.readAllLines(checkout.resolve("docs/architecture.md"))) {
            String first = "";
            if (!row.startsWith("| `")) {
                continue;
            }
            for (MatchResult name : Pattern.compile("`(_?[A-Z][A-Z_]+)`")
                    .matcher(row.split("\\|")[1])
                    .results()
                    .toList()) {
                String word = name.group(1);
                // `SPRING_RABBITMQ_HOST`, `_PORT`: an ending stands for the first name with another ending
                first = word.startsWith("_") ? first : word;
                names.add(word.startsWith("_") ? first.substring(0, first.lastIndexOf('_')) + word : word);
            }
        }
        return names;
    }

    @Test
    void composeTellsEachApplicationWhatItReadsAndNothingElse() {
        Set<String> byImage = Pattern.compile("(SERVER_[A-Z]+)=")
                .matcher(image)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toSet());
        for (Application application : Application.all(checkout)) {
            Set<String> told = new TreeSet<>(byImage);
            told.addAll(environment(compose.services().get(application.name())).keySet());
            assertThat(told).as(application.name()).isEqualTo(application.reads());
        }
    }

    @Test
    void everyServiceIsPinnedWatchedAndRestarted() throws IOException {
        compose.services().forEach((name, service) -> {
            if (service.has("build")) {
                String module =
                        service.path("build").path("args").path("SERVICE").asString("");
                assertThat(module).isEqualTo(name);
                assertThat(checkout.resolve(module).resolve("pom.xml")).exists();
            } else {
                assertThat(service.path("image").asString("")).as(name).matches("[a-z/]+:\\d+(\\.\\d+)+");
            }
            assertThat(line(service.path("healthcheck").path("test"))).as(name).hasSizeGreaterThan(1);
            assertThat(service.path("restart").asString("")).as(name).isEqualTo("unless-stopped");
        });
        String pom = Files.readString(checkout.resolve("pom.xml"));
        assertThat(pom)
                .contains("<opensearch.version>" + version("opensearch") + "<")
                .contains("<keycloak.version>" + version("keycloak") + "<");
        assertThat(image.lines().filter(each -> each.startsWith("FROM ")))
                .allMatch(each -> each.matches("FROM eclipse-temurin:25[0-9._]+-jre( AS [a-z]+)?"));
    }

    private String version(String service) {
        return compose.services().get(service).path("image").asString("").replaceFirst(".*:", "");
    }

    @Test
    void everyDependencyIsAServiceThatIsAwaitedUntilItIsHealthy() {
        compose.services()
                .forEach((name, service) -> service.path("depends_on")
                        .properties()
                        .forEach(dependency -> {
                            assertThat(compose.services().keySet()).as(name).contains(dependency.getKey());
                            assertThat(dependency.getValue().path("condition").asString(""))
                                    .as(name)
                                    .isEqualTo("service_healthy");
                            assertThat(share(name, dependency.getKey()))
                                    .as(name)
                                    .isTrue();
                        }));
    }

    private boolean share(String one, String other) {
        Set<String> networks = words(compose.services().get(one).path("networks"));
        networks.retainAll(words(compose.services().get(other).path("networks")));
        return !networks.isEmpty();
    }

    private String port(String service) {
        return compose.services().get(service).has("build") ? exposed() : PORTS.get(service);
    }

    private String exposed() {
        return image.lines()
                .filter(each -> each.startsWith("EXPOSE "))
                .map(each -> each.substring(7).strip())
                .collect(Collectors.joining());
    }

    @Test
    void everyAddressNamesAServiceOnASharedNetworkAndItsPort() {
        List<String> seen = new ArrayList<>();
        compose.services().forEach((name, service) -> {
            Map<String, String> environment = environment(service);
            environment.values().stream()
                    .map(value -> value.replaceAll("\\$\\{[^}]*}", ""))
                    .flatMap(value -> ADDRESS.matcher(value).results())
                    .forEach(address -> reachable(name, address.group(1), address.group(2), seen));
            if (environment.containsKey("SPRING_RABBITMQ_HOST")) {
                reachable(name, environment.get("SPRING_RABBITMQ_HOST"), environment.get("SPRING_RABBITMQ_PORT"), seen);
            }
        });
        assertThat(seen).hasSizeGreaterThan(15);
        assertThat(image).contains("SERVER_PORT=" + exposed()).contains("127.0.0.1/" + exposed() + " ");
    }

    private void reachable(String from, String to, String port, List<String> seen) {
        assertThat(compose.services().keySet()).as(from + " → " + to).contains(to);
        assertThat(share(from, to)).as(from + " → " + to).isTrue();
        assertThat(port).as(from + " → " + to).isEqualTo(port(to));
        seen.add(from + " → " + to);
    }

    @Test
    void onlyTheGatewayIsReachedFromOutside() {
        compose.services().forEach((name, service) -> {
            boolean gateway = name.equals("gateway");
            assertThat(service.has("ports")).as(name).isEqualTo(gateway);
            boolean outside = words(service.path("networks")).stream().anyMatch(each -> !isInternal(each));
            assertThat(outside).as(name).isEqualTo(gateway);
        });
        assertThat(line(compose.services().get("gateway").path("ports")))
                .containsExactly("${AGORA_BIND:-127.0.0.1}:${AGORA_PORT:-8080}:" + exposed());
    }

    private boolean isInternal(String network) {
        assertThat(compose.named("networks").keySet()).contains(network);
        return compose.named("networks").get(network).path("internal").asBoolean(false);
    }

    @Test
    void theImageAndComposeAskForHealthInTheSameWay() {
        JsonNode healthcheck = compose.services().get("gateway").path("healthcheck");
        String declared = image.substring(image.indexOf("HEALTHCHECK"), image.indexOf("ENTRYPOINT"));
        String command = declared.substring(declared.indexOf("CMD ") + 4).strip();
        List<String> check = new ArrayList<>(List.of("CMD"));
        check.addAll(line(JsonMapper.shared().readTree(command)));
        assertThat(line(healthcheck.path("test"))).isEqualTo(check);
        Map.of("interval", "interval", "timeout", "timeout", "start_period", "start-period", "retries", "retries")
                .forEach((key, option) -> assertThat(declared)
                        .contains("--" + option + "=" + healthcheck.path(key).asString("") + " "));
    }

    @Test
    void whatIsMountedExists() {
        compose.services().forEach((name, service) -> {
            mounted(name, service);
            assertThat(compose.named("secrets").keySet()).containsAll(words(service.path("secrets")));
        });
        demoCompose.services().forEach(this::mounted);
        assertThat(demoCompose.services().keySet())
                .isSubsetOf(compose.services().keySet());
    }

    private void mounted(String name, JsonNode service) {
        for (String volume : words(service.path("volumes"))) {
            String source = volume.split(":")[0];
            if (source.startsWith("./")) {
                assertThat(checkout.resolve(source)).as(name).exists();
                assertThat(volume).as("mounted for reading only").endsWith(":ro");
            } else {
                assertThat(compose.named("volumes").keySet()).as(name).contains(source);
            }
        }
    }

    @Test
    void keycloakIsToldWhatItsRealmAsksFor() throws IOException {
        Set<String> told =
                new TreeSet<>(environment(compose.services().get("keycloak")).keySet());
        assertThat(told).containsAll(asked("agora-realm.json"));
        told.addAll(environment(demoCompose.services().get("keycloak")).keySet());
        assertThat(told).containsAll(asked("demo/agora-users-0.json"));
    }

    private Set<String> asked(String file) throws IOException {
        String realm = Files.readString(checkout.resolve("infra/keycloak").resolve(file));
        Set<String> names = REALM_VARIABLE
                .matcher(realm)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toSet());
        assertThat(names).isNotEmpty();
        return names;
    }
}
