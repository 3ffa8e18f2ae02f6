package fr.agora.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class RabbitMqInstallationTests {
    @Test
    void theStartScriptItselfIsTakenAndNeverAWrapperOfIt() {
        assumeThat(RabbitMqBroker.isInstalled()).as("RabbitMQ is installed").isTrue();

        assertThat(RabbitMqInstallation.find()).hasValueSatisfying(found -> {
            assertThat(found.server()).hasFileName("rabbitmq-server");
            assertThat(Files.isSymbolicLink(found.server())).isFalse();
        });
    }
}
