package fr.agora.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.marcnuri.helm.Helm;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The chart, rendered by Helm and held against the models of the Kubernetes API, since no cluster runs it here. */
class ChartTests {

    private interface Model {
        void validate(JsonElement manifest) throws IOException;
    }

    private static final Map<String, Model> MODELS = Map.of(
            "apps/v1/Deployment", V1Deployment::validateJsonElement,
            "v1/Service", V1Service::validateJsonElement,
            "v1/ServiceAccount", V1ServiceAccount::validateJsonElement,
            "v1/ConfigMap", V1ConfigMap::validateJsonElement,
            "networking.k8s.io/v1/Ingress", V1Ingress::validateJsonElement,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement);

    /** Objects of an operator that may be absent: off by default, and no model is published for them. */
    private static final Set<String> FOREIGN =
            Set.of("monitoring.coreos.com/v1/ServiceMonitor", "monitoring.coreos.com/v1/PrometheusRule");

    private static Chart whole;

    @BeforeAll
    static void render() {
        whole = Chart.with(Chart.WHOLE);
    }

    @Test
    void helmFindsNothingToSayAgainstIt() {
        assertThat(new Helm(Chart.FOLDER).lint().strict().call().isFailed()).isFalse();
    }

    @Test
    void everyManifestIsOneTheKubernetesApiKnows() {
        assertThat(whole.manifests()).hasSizeGreaterThan(25);
        for (JsonNode manifest : whole.manifests()) {
            String kind = manifest.path("apiVersion").asString("") + "/"
                    + manifest.path("kind").asString("");
            if (FOREIGN.contains(kind)) {
                continue;
            }
            assertThat(MODELS).as("the kinds of this chart").containsKey(kind);
            assertThatCode(() -> MODELS.get(kind).validate(JsonParser.parseString(manifest.toString())))
                    .as(kind + " " + manifest.path("metadata").path("name").asString(""))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() ->
                        MODELS.get("v1/Service").validate(JsonParser.parseString("{\"kind\":\"Service\",\"spek\":{}}")))
                .as("a misspelt field")
                .hasMessageContaining("spek");
    }

    @Test
    void withoutOperatorsNothingOfTheirsIsInstalled() {
        Chart plain = Chart.with(Map.of("publicUrl", "https://agora.example"));

        assertThat(plain.manifests().stream()
                        .map(manifest -> manifest.path("apiVersion").asString("")))
                .isNotEmpty()
                .noneMatch(version -> version.startsWith("monitoring."));
        assertThat(plain.environment("directory-service")).doesNotContainKey("SPRING_MAIL_HOST");
    }

    @Test
    void everybodyIsAskedForASecondFactorUnlessAnotherIsSaidAndEachServiceLooksForIt() {
        Chart plain = Chart.with(Map.of("publicUrl", "https://agora.example"));
        Chart asking = Chart.with(Map.of("publicUrl", "https://agora.example", "identity.stepUp", "true"));

        assertThat(Chart.SERVICES)
                .filteredOn(service -> !service.equals("gateway"))
                .hasSize(4)
                .allSatisfy(service -> {
                    assertThat(plain.environment(service)).containsEntry("AGORA_STEP_UP", "everybody");
                    assertThat(asking.environment(service)).containsEntry("AGORA_STEP_UP", "true");
                });
        assertThatThrownBy(() -> Chart.with(Map.of("publicUrl", "https://agora.example", "identity.stepUp", "yes")))
                .hasMessageContaining("stepUp");
    }

    @Test
    void everyServiceIsConfinedWatchedAndBounded() {
        for (String service : Chart.SERVICES) {
            JsonNode pod = whole.of("Deployment", service)
                    .path("spec")
                    .path("template")
                    .path("spec");
            assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean(false))
                    .as(service)
                    .isTrue();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                    .as(service)
                    .isFalse();
            JsonNode container = whole.container(service);
            JsonNode security = container.path("securityContext");
            assertThat(security.path("readOnlyRootFilesystem").asBoolean(false)).isTrue();
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.path("capabilities").path("drop").path(0).asString(""))
                    .isEqualTo("ALL");
            assertThat(container.path("resources").path("limits").has("memory")).isTrue();
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.path(probe).path("httpGet").path("path").asString(""))
                        .as(service + " " + probe)
                        .isIn("/livez", "/readyz");
            }
            assertThat(whole.of("PodDisruptionBudget", service)).isNotNull();
            assertThat(whole.of("HorizontalPodAutoscaler", service)
                            .path("spec")
                            .path("minReplicas")
                            .asInt(0))
                    .as("two, so that one may go")
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aSelectorFindsThePodsOfItsServiceAndNoOthers() {
        for (String service : Chart.SERVICES) {
            JsonNode labels = whole.of("Deployment", service)
                    .path("spec")
                    .path("template")
                    .path("metadata")
                    .path("labels");
            for (JsonNode selector : List.of(
                    whole.of("Service", service).path("spec").path("selector"),
                    whole.of("Deployment", service)
                            .path("spec")
                            .path("selector")
                            .path("matchLabels"),
                    whole.of("PodDisruptionBudget", service)
                            .path("spec")
                            .path("selector")
                            .path("matchLabels"),
                    whole.of("NetworkPolicy", service)
                            .path("spec")
                            .path("podSelector")
                            .path("matchLabels"))) {
                assertThat(selector.properties())
                        .isNotEmpty()
                        .allSatisfy(
                                label -> assertThat(labels.path(label.getKey())).isEqualTo(label.getValue()));
                assertThat(selector.path("app.kubernetes.io/name").asString("")).isEqualTo(service);
            }
        }
    }

    @Test
    void onlyTheGatewayIsReachedFromOutsideAndOnlySearchReachesTheIndex() {
        JsonNode backend = whole.all("Ingress").findFirst().orElseThrow();
        assertThat(backend.toString()).contains("\"agora-gateway\"").doesNotContain("-service\"");
        for (String service : Chart.SERVICES) {
            JsonNode policy = whole.of("NetworkPolicy", service).path("spec");
            assertThat(policy.path("policyTypes").toString())
                    .contains("Ingress")
                    .contains("Egress");
            assertThat(policy.path("ingress").toString().contains("ingress-nginx"))
                    .as(service + " from outside")
                    .isEqualTo(service.equals("gateway"));
            assertThat(policy.path("egress").toString().contains("opensearch"))
                    .as(service + " to the index")
                    .isEqualTo(service.equals("search-service"));
            assertThat(policy.path("egress").toString().contains("rabbitmq"))
                    .as(service + " to the broker")
                    .isEqualTo(!service.equals("gateway"));
        }
    }

    @Test
    void aServiceReadsHereWhatItReadsUnderCompose() throws IOException {
        Composition compose = Composition.read(Chart.CHECKOUT.resolve("docker-compose.yml"));
        for (String service : Chart.SERVICES) {
            Set<String> there =
                    Composition.environment(compose.services().get(service)).keySet();
            assertThat(there).as(service).hasSizeGreaterThan(4);
            assertThat(whole.environment(service).keySet()).as(service).containsAll(there);
        }
    }

    private static Chart encrypted() {
        Map<String, Object> values = new HashMap<>(Chart.WHOLE);
        values.putAll(Map.of(
                "tls.enabled", true,
                "tls.issuer.name", "agora-inside",
                "identity.uri", "https://keycloak:8443",
                "index.uri", "https://opensearch:9200",
                "tracing.endpoint", "https://collector:4318/v1/traces"));
        return Chart.with(values);
    }

    @Test
    void whereLinesAreEncryptedEveryServiceShowsItsOwnCertificateAndCallsNobodyInClear() {
        Chart encrypted = encrypted();
        for (String service : Chart.SERVICES) {
            assertThat(encrypted.environment(service))
                    .as(service)
                    .containsEntry("AGORA_TLS_CERTIFICATE", "/etc/agora/tls/tls.crt")
                    .containsEntry("AGORA_TLS_KEY", "/etc/agora/tls/tls.key")
                    .containsEntry("AGORA_TLS_AUTHORITIES", "/etc/agora/tls/ca.crt");
            assertThat(encrypted.environment(service).values())
                    .as(service)
                    .noneMatch(value -> value.contains("http://"));
            JsonNode container = encrypted.container(service);
            assertThat(container.path("volumeMounts").toString()).contains("\"/etc/agora/tls\"");
            assertThat(encrypted
                            .of("Deployment", service)
                            .at("/spec/template/spec/volumes")
                            .toString())
                    .contains("\"agora-" + service + "-tls\"");
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.path(probe).path("httpGet").path("scheme").asString(""))
                        .as(service + " " + probe)
                        .isEqualTo("HTTPS");
            }
            assertThat(encrypted.of("NetworkPolicy", service).at("/spec/egress").toString())
                    .as(service)
                    .contains("{\"port\":8443}");
        }
        encrypted.manifests().stream()
                .filter(manifest -> manifest.path("kind").asString("").equals("Deployment"))
                .forEach(manifest -> assertThatCode(
                                () -> V1Deployment.validateJsonElement(JsonParser.parseString(manifest.toString())))
                        .doesNotThrowAnyException());
    }

    @Test
    void aCertificateNamesItsServiceAsItsCallersDo() {
        Chart encrypted = encrypted();
        JsonNode monitor = encrypted.all("ServiceMonitor").findFirst().orElseThrow();
        for (String service : Chart.SERVICES) {
            JsonNode certificate = encrypted.of("Certificate", service).path("spec");
            Set<String> names = new TreeSet<>();
            certificate.path("dnsNames").forEach(name -> names.add(name.asString()));
            assertThat(certificate.path("secretName").asString("")).isEqualTo("agora-" + service + "-tls");
            assertThat(certificate.path("usages").toString()).contains("server auth", "client auth");
            assertThat(names).contains("agora-" + service);
            assertThat(monitor.at("/spec/endpoints")).isNotEmpty().allSatisfy(endpoint -> {
                assertThat(endpoint.path("scheme").asString("")).isEqualTo("https");
                assertThat(names).contains(endpoint.at("/tlsConfig/serverName").asString(""));
            });
            if (!service.equals("gateway")) {
                String asked = "AGORA_" + service.replace("-service", "").toUpperCase(Locale.ROOT) + "_URI";
                assertThat(encrypted.environment("gateway")).containsEntry(asked, "https://agora-" + service + ":8080");
            }
        }
        assertThat(encrypted
                        .of("Certificate", "prometheus")
                        .at("/spec/secretName")
                        .asString(""))
                .isEqualTo(monitor.at("/spec/endpoints/0/tlsConfig/cert/secret/name")
                        .asString());
    }

    @Test
    void linesAreInClearUnlessTheDeploymentSaysOtherwise() {
        assertThat(whole.environment("gateway"))
                .doesNotContainKey("AGORA_TLS_CERTIFICATE")
                .containsEntry("AGORA_JOBS_URI", "http://agora-jobs-service:8080");
        assertThat(whole.all("Certificate")).isEmpty();
    }

    @Test
    void theLoginHasAHostOfItsOwnWithItsCertificateThatLeadsToTheGatewayToo() {
        Chart apart = Chart.with(
                Map.of("publicUrl", "https://agora.example", "identity.publicUrl", "https://connexion.agora.example"));

        for (String service : Chart.SERVICES) {
            assertThat(apart.environment(service))
                    .containsEntry("AGORA_PUBLIC_URL", "https://agora.example")
                    .containsEntry("AGORA_IDENTITY_URL", "https://connexion.agora.example")
                    .containsEntry("AGORA_IDENTITY_ISSUER", "https://connexion.agora.example/auth/realms/agora");
        }
        JsonNode ingress = apart.of("Ingress", "gateway").path("spec");
        assertThat(ingress.path("rules"))
                .extracting(rule -> rule.path("host").asString(""))
                .containsExactly("agora.example", "connexion.agora.example");
        assertThat(ingress.path("rules"))
                .allSatisfy(rule -> assertThat(
                                rule.at("/http/paths/0/backend/service/name").asString(""))
                        .isEqualTo("agora-gateway"));
        assertThat(ingress.path("tls"))
                .extracting(tls -> tls.at("/hosts/0").asString("") + " "
                        + tls.path("secretName").asString(""))
                .containsExactly("agora.example agora-tls", "connexion.agora.example agora-connexion-tls");
    }

    @Test
    void whoLeavesTheLoginOnTheSitesHostIsToldWhatThatCosts() {
        Map<String, Object> one = Map.of("publicUrl", "https://agora.example");
        Chart shared = Chart.with(one);

        assertThat(shared.environment("gateway"))
                .containsEntry("AGORA_IDENTITY_URL", "https://agora.example")
                .containsEntry("AGORA_IDENTITY_ISSUER", "https://agora.example/auth/realms/agora");
        assertThat(shared.of("Ingress", "gateway").at("/spec/rules")).hasSize(1);
        assertThat(shared.of("Ingress", "gateway").at("/spec/tls")).hasSize(1);
        assertThat(Chart.notes(one)).contains("WARNING: the login shares the site's host", "identity.publicUrl");
        assertThat(Chart.notes(Map.of(
                        "publicUrl", "https://agora.example", "identity.publicUrl", "https://connexion.agora.example")))
                .doesNotContain("WARNING")
                .contains("hostname=https://connexion.agora.example/auth");
    }

    @Test
    void secretsComeFromOneSecretWhoseKeysAreWrittenDown() throws IOException {
        String values = Files.readString(Chart.FOLDER.resolve("values.yaml"));
        Set<String> keys = new TreeSet<>();
        for (String service : Chart.SERVICES) {
            whole.environment(service).forEach((name, value) -> {
                if (name.endsWith("SECRET") || name.endsWith("PASSWORD") || name.endsWith("MONGODB_URI")) {
                    assertThat(value).as(name).startsWith("secret:");
                    keys.add(value.substring("secret:".length()));
                }
            });
        }
        assertThat(keys).hasSize(10).allSatisfy(key -> assertThat(values).contains(key));
        assertThat(whole.all("Secret")).isEmpty();
    }

    @Test
    void theBrokerMayKnowEachServiceByAnAccountOfItsOwn() {
        Chart each = Chart.with(Map.of("publicUrl", "https://agora.example", "broker.accountEach", true));

        for (String service : List.of("directory", "projects", "jobs", "search")) {
            assertThat(each.environment(service + "-service"))
                    .containsEntry("SPRING_RABBITMQ_USERNAME", service)
                    .containsEntry("SPRING_RABBITMQ_PASSWORD", "secret:rabbitmq-" + service);
        }
    }

    @Test
    void valuesNobodyKnowsAreRefusedByName() {
        refused(Map.of("publicURL", "https://agora.example"), "publicURL");
        refused(Map.of(), "the address people type");
        refused(Map.of("publicUrl", "agora.example"), "publicUrl");
        refused(Map.of("identity.publicUrl", "https://connexion.agora.example/auth"), "publicUrl");
        refused(Map.of("services.gateway.replicas", 0), "replicas");
        refused(Map.of("tls.enabled", true), "this address is in clear: http://keycloak:8080");
        refused(Map.of("mail.host", "smtp.agora.example"), "the sender of every letter");
    }

    private static void refused(Map<String, Object> values, String word) {
        Map<String, Object> all = new HashMap<>(values);
        if (!values.isEmpty()) {
            all.putIfAbsent("publicUrl", "https://agora.example");
        }
        ThrowingCallable rendering = () -> Chart.with(all);
        assertThatThrownBy(rendering).as(values.toString()).hasMessageContaining(word);
    }
}
