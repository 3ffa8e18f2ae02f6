package fr.agora.local.broker;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RabbitMqTests extends BrokerTests {
    @TempDir
    Path directory;

    @BeforeAll
    static void needsRabbitMq() {
        Assumptions.assumeTrue(
                RabbitMqBroker.isInstalled(),
                "RabbitMQ is not installed: apt-get install rabbitmq-server runs these tests too");
    }

    @Override
    LocalBroker open() throws Exception {
        return RabbitMqBroker.start(directory);
    }

    @Test
    @Override
    void confirmedMessagesSurviveARestart() throws Exception {
        super.confirmedMessagesSurviveARestart();
    }
}
