package fr.agora.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.agora.local.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
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

    @Test
    void aKilledOneLeavesItsPortsToTheNext() throws Exception {
        int amqp = Ports.free();
        int distribution = Ports.free();
        int names = Ports.free();
        RabbitMqBroker killed = RabbitMqBroker.start(directory, amqp, distribution, names);
        ProcessHandle server = ProcessHandle.of(killed.pid()).orElseThrow();
        Stream.concat(Stream.of(server), server.descendants()).toList().forEach(ProcessHandle::destroyForcibly);

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (!Ports.isFree(names) || !Ports.isFree(amqp)) {
                Thread.onSpinWait();
            }
        });
        try (RabbitMqBroker next = RabbitMqBroker.start(directory, amqp, distribution, names)) {
            assertThat(next.port()).isEqualTo(amqp);
        }
    }
}
