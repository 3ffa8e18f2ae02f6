package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTests {

    private static final Path CHECKOUT = Path.of("/somewhere/agora");

    @Test
    void nothingSaidMeansTheCheckoutsOwnFolderAndPort8080() throws LaunchFailure {
        Settings settings = Settings.from(Map.of(), CHECKOUT);

        assertThat(settings.home()).isEqualTo(CHECKOUT.resolve(".agora"));
        assertThat(settings.publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.missingJarsAllowed()).isFalse();
    }

    @Test
    void whereTheLoginHasItsHostTheGatewayIsReachedByTheSites() throws LaunchFailure {
        Settings one = Settings.from(Map.of(), CHECKOUT);
        Settings two = Settings.from(Map.of("AGORA_IDENTITY_URL", "http://127.0.0.1:8080"), CHECKOUT);

        assertThat(one.identityUrl()).isEqualTo("http://localhost:8080");
        assertThat(one.insideUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(two.identityUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(two.insideUrl()).isEqualTo("http://localhost:8080");
    }

    @Test
    void aWrongPortIsRefusedByName() {
        assertThatThrownBy(() -> Settings.from(Map.of("AGORA_PORT", "eighty"), CHECKOUT))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("AGORA_PORT is \"eighty\", but must be a whole number from 1 to 65535.");
        assertThatThrownBy(() -> Settings.from(Map.of("AGORA_PORT", "70000"), CHECKOUT))
                .isInstanceOf(LaunchFailure.class);
    }

    @Test
    void aServiceRunsOnceOrTwice() throws LaunchFailure {
        assertThat(Settings.from(Map.of(), CHECKOUT).instances()).isEqualTo(1);
        assertThatThrownBy(() -> Settings.from(Map.of("AGORA_INSTANCES", "3"), CHECKOUT))
                .hasMessage("AGORA_INSTANCES is \"3\", but must be a whole number from 1 to 2.");
    }

    @Test
    void anUnknownBrokerIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Settings.from(Map.of("AGORA_BROKER", "kafka"), CHECKOUT))
                .hasMessage("AGORA_BROKER is \"kafka\", but must be rabbitmq or embedded.");
    }

    @Test
    void everyDatabaseIsAddedToTheConfiguredServer() {
        assertThat(new MongoUri("mongodb://u:p@a:1,b:2/?replicaSet=rs0&w=majority").database("agora_jobs"))
                .isEqualTo("mongodb://u:p@a:1,b:2/agora_jobs?replicaSet=rs0&w=majority");
        assertThat(new MongoUri("mongodb://127.0.0.1:27017").database("agora_jobs"))
                .isEqualTo("mongodb://127.0.0.1:27017/agora_jobs");
        assertThat(new MongoUri("mongodb+srv://host/other").database("agora_jobs"))
                .isEqualTo("mongodb+srv://host/agora_jobs");
    }
}
