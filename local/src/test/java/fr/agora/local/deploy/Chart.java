package fr.agora.local.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chart as Helm renders it for one set of values. */
final class Chart {

    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    static final Path FOLDER = CHECKOUT.resolve("infra/helm/agora");
    static final List<String> SERVICES =
            List.of("gateway", "directory-service", "projects-service", "jobs-service", "search-service");

    /** Everything on, so that nothing escapes the checks. */
    static final Map<String, Object> WHOLE = Map.of(
            "publicUrl", "https://agora.example",
            "mail.host", "smtp.agora.example",
            "mail.from", "ne-pas-repondre@agora.example",
            "tracing.endpoint", "http://collector:4318/v1/traces",
            "monitoring.serviceMonitor", true,
            "monitoring.dashboard", true,
            "monitoring.rules", true);

    private final List<JsonNode> manifests;

    private Chart(List<JsonNode> manifests) {
        this.manifests = manifests;
    }

    /** @throws IllegalStateException with Helm's words when the values are refused */
    static Chart with(Map<String, Object> values) {
        TemplateCommand command = new Helm(FOLDER)
                .template()
                .withName("agora")
                .withNamespace("agora")
                .withKubeVersion("1.34.0");
        values.forEach(command::set);
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(command.call());
        return new Chart(StreamSupport.stream(documents.spliterator(), false)
                .filter(document -> document != null)
                .<JsonNode>map(JsonMapper.shared()::valueToTree)
                .toList());
    }

    /** What whoever installs it reads at the end. */
    static String notes(Map<String, Object> values) {
        InstallCommand command = new Helm(FOLDER)
                .install()
                .withName("agora")
                .withNamespace("agora")
                .withKubeVersion("1.34.0")
                .clientOnly()
                .dryRun();
        values.forEach(command::set);
        return command.call().getOutput();
    }

    List<JsonNode> manifests() {
        return manifests;
    }

    Stream<JsonNode> all(String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asString("").equals(kind));
    }

    /** The object of a kind that belongs to a service. */
    JsonNode of(String kind, String service) {
        return all(kind)
                .filter(manifest ->
                        manifest.path("metadata").path("name").asString("").equals("agora-" + service))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " of " + service));
    }

    JsonNode container(String service) {
        return of("Deployment", service)
                .path("spec")
                .path("template")
                .path("spec")
                .path("containers")
                .path(0);
    }

    /** What its process reads: a value, or {@code secret:<key>}. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode variable : container(service).path("env")) {
            environment.put(
                    variable.path("name").asString(""),
                    variable.has("value")
                            ? variable.path("value").asString()
                            : "secret:"
                                    + variable.path("valueFrom")
                                            .path("secretKeyRef")
                                            .path("key")
                                            .asString(""));
        }
        return environment;
    }
}
