package fr.agora.platform.messaging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.agora.local.broker.RabbitMqBroker;
import fr.agora.local.process.Ports;
import java.io.IOException;
import java.nio.file.Path;

class RabbitMqMessagingTests extends MessagingTests {

    @Override
    RestartableBroker start(Path directory) throws IOException {
        assumeTrue(
                RabbitMqBroker.isInstalled(), "rabbitmq-server is not installed: these tests did not run on RabbitMQ");
        var amqp = Ports.free();
        var distribution = Ports.free();
        var names = Ports.free();
        return new RestartableBroker(() -> RabbitMqBroker.start(directory, amqp, distribution, names));
    }
}
