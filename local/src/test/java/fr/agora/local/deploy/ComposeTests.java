package fr.agora.local.deploy;

import static fr.agora.local.deploy.Composition.environment;
import static fr.agora.local.deploy.Composition.line;
import static fr.agora.local.deploy.Composition.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml against itself, its image and the checkout, since no engine runs it here. */
class ComposeTests extends Compositions {

    /** Where each bought component listens inside its image. */
    private static final Map<String, String> PORTS = Map.of(
            "mongodb", "27017",
            "rabbitmq", "5672",
            "opensearch", "9200",
            "keycloak", "8080",
            "keycloak-db", "5432");

    /** A setting with what it is where nothing is said. */
    private static final Pattern SETTING = Pattern.compile("^\\$\\{[A-Z_]+:-([^}]+)}");

    private static final Pattern ADDRESS = Pattern.compile("(?://|@)([a-z][a-z-]*):(\\d+)");

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
        assertThat(pom).contains("<opensearch.version>" + version("opensearch") + "<");
        // Keycloak's image mends holes before Central has the distribution: of one line, and never older than it
        int[] tested = numbers(property(pom, "keycloak.version"));
        int[] deployed = numbers(version("keycloak"));
        assertThat(Arrays.copyOf(deployed, 2)).isEqualTo(Arrays.copyOf(tested, 2));
        assertThat(deployed[2]).isGreaterThanOrEqualTo(tested[2]);
        assertThat(image.lines().filter(each -> each.startsWith("FROM ")))
                .allMatch(each -> each.matches("FROM eclipse-temurin:25[0-9._]+-jre( AS [a-z]+)?"));
    }

    private static String property(String pom, String name) {
        return pom.replaceFirst("(?s).*<%1$s>(.*)</%1$s>.*".formatted(name), "$1");
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
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
        // the directory alone also leaves: to the mail server
        Map<String, Set<String>> outwards = Map.of("gateway", Set.of("edge"), "directory-service", Set.of("mail"));
        compose.services().forEach((name, service) -> {
            assertThat(service.has("ports")).as(name).isEqualTo(name.equals("gateway"));
            Set<String> outside = words(service.path("networks"));
            outside.removeIf(this::isInternal);
            assertThat(outside).as(name).isEqualTo(outwards.getOrDefault(name, Set.of()));
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
        Set<String> ours = new TreeSet<>(compose.services().keySet());
        ours.add("mailpit");
        assertThat(demoCompose.services().keySet()).isSubsetOf(ours);
    }

    private void mounted(String name, JsonNode service) {
        for (String volume : words(service.path("volumes"))) {
            String source = SETTING.matcher(volume).replaceFirst("$1").split(":")[0];
            if (source.startsWith("./")) {
                assertThat(checkout.resolve(source)).as(name).exists();
                assertThat(volume).as("mounted for reading only").endsWith(":ro");
            } else {
                assertThat(compose.named("volumes").keySet()).as(name).contains(source);
            }
        }
    }
}
