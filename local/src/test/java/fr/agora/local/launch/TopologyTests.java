package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTests {

    private static final List<String> SERVICES = List.of("directory", "projects", "jobs", "search");

    @TempDir
    Path checkout;

    @BeforeEach
    void everythingIsBuilt() throws Exception {
        for (String module :
                List.of("gateway", "directory-service", "projects-service", "jobs-service", "search-service")) {
            Path target = Files.createDirectories(checkout.resolve(module).resolve("target"));
            Files.createFile(target.resolve(module + "-1.jar"));
        }
    }

    @Test
    void eachServiceRunsOnceUnlessMoreIsAskedFor() throws Exception {
        Map<String, Part> parts = parts(Map.of());

        assertThat(parts.keySet()).containsAll(SERVICES).contains("gateway").noneMatch(name -> name.endsWith("-2"));
        assertThat(told(parts, "gateway")).containsEntry("AGORA_JOBS_URI", "http://127.0.0.1:21014");
        assertThat(told(parts, "jobs")).doesNotContainKey("AGORA_LEAVE_AFTER");
    }

    @Test
    void twoInstancesAreTwoPartsOfWhichTheGatewayKnowsBoth() throws Exception {
        Map<String, Part> parts = parts(Map.of("AGORA_INSTANCES", "2"));

        for (String service : SERVICES) {
            Part second = parts.get(service + "-2");
            assertThat(second.stage()).isEqualTo(Part.Stage.SERVICES);
            assertThat(second.log()).isNotEqualTo(parts.get(service).log());
            assertThat(told(parts, service + "-2"))
                    .as("an instance is told what the other is told, and that it is not alone")
                    .isEqualTo(told(parts, service))
                    .containsEntry("AGORA_LEAVE_AFTER", "3s");
            assertThat(told(parts, "gateway").get("AGORA_" + service.toUpperCase(Locale.ROOT) + "_URI"))
                    .endsWith("," + "http://127.0.0.1:" + second.port());
        }
    }

    @Test
    void eachServiceLooksForTheSecondFactorThatIsAskedForAndTheLocalRunAsksForNone() throws Exception {
        Map<String, Part> usual = parts(Map.of());
        Map<String, Part> asking = parts(Map.of("AGORA_STEP_UP", "everybody"));

        assertThat(SERVICES).allSatisfy(service -> {
            assertThat(told(usual, service)).containsEntry("AGORA_STEP_UP", "false");
            assertThat(told(asking, service)).containsEntry("AGORA_STEP_UP", "everybody");
        });
    }

    @Test
    void theLoginIsOnTheSiteUnlessItHasAHostOfItsOwn() throws Exception {
        Map<String, Part> usual = parts(Map.of("AGORA_PORT", "8080"));
        Map<String, Part> apart = parts(Map.of("AGORA_PORT", "8080", "AGORA_IDENTITY_URL", "http://127.0.0.1:8080"));

        for (String part : List.of("gateway", "directory", "projects", "jobs", "search")) {
            assertThat(told(usual, part))
                    .containsEntry("AGORA_IDENTITY_URL", "http://localhost:8080")
                    .containsEntry("AGORA_IDENTITY_ISSUER", "http://localhost:8080/auth/realms/agora");
            assertThat(told(apart, part))
                    .containsEntry("AGORA_PUBLIC_URL", "http://localhost:8080")
                    .containsEntry("AGORA_IDENTITY_URL", "http://127.0.0.1:8080")
                    .containsEntry("AGORA_IDENTITY_ISSUER", "http://127.0.0.1:8080/auth/realms/agora");
        }
    }

    private Map<String, Part> parts(Map<String, String> environment) throws Exception {
        Map<String, String> whole = new HashMap<>(environment);
        whole.putAll(Map.of(
                "AGORA_PORT_BLOCK",
                "21000",
                "SPRING_MONGODB_URI",
                "mongodb://127.0.0.1:1",
                "AGORA_BROKER",
                "embedded"));
        Settings settings = Settings.from(whole, checkout);
        Home home = new Home(settings.home());
        home.create();
        return Topology.of(settings, home, Secrets.in(home.secrets()), new Training(home)).stream()
                .collect(Collectors.toMap(Part::name, part -> part));
    }

    private static Map<String, String> told(Map<String, Part> parts, String name) {
        return ((ServiceProcess) parts.get(name).start()).environment();
    }
}
