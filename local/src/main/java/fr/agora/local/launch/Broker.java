package fr.agora.local.launch;

import fr.agora.local.broker.BrokerAccount;
import fr.agora.local.broker.BrokerMain;
import fr.agora.local.broker.RabbitMqBroker;
import fr.agora.local.launch.Part.Stage;
import fr.agora.local.launch.PortPlan.Use;
import fr.agora.local.launch.Settings.BrokerChoice;
import fr.agora.local.process.ChildProcess;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Ports;
import fr.agora.local.process.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What carries facts: the broker of {@code SPRING_RABBITMQ_HOST}, else a RabbitMQ of this machine, else the embedded one. */
sealed interface Broker {

    /** The process to run, if it is ours to run. */
    Optional<Part> part();

    /** How the services reach it. */
    Map<String, String> settings();

    static Broker chosen(Settings settings, Home home) throws LaunchFailure {
        if (settings.variable("SPRING_RABBITMQ_HOST").isPresent()) {
            return new Configured(settings);
        }
        if (settings.broker() == BrokerChoice.RABBITMQ && !RabbitMqBroker.isInstalled()) {
            throw new LaunchFailure(new LaunchFailure.WrongSetting(
                    "AGORA_BROKER", "rabbitmq", "embedded here, since rabbitmq-server is not installed"));
        }
        try {
            return settings.broker() != BrokerChoice.EMBEDDED && RabbitMqBroker.isInstalled()
                    ? new RabbitMq(settings.ports(), home, BrokerAccount.of(home.data("rabbitmq")))
                    : new Embedded(settings, home, BrokerAccount.of(home.data("broker")));
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(home.root(), String.valueOf(e.getMessage())));
        }
    }

    /** Somebody else's broker: its settings are passed on as they are. */
    record Configured(Settings given) implements Broker {
        @Override
        public Optional<Part> part() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "SPRING_RABBITMQ_HOST",
                            given.variable("SPRING_RABBITMQ_HOST").orElse("localhost"),
                    "SPRING_RABBITMQ_PORT",
                            given.variable("SPRING_RABBITMQ_PORT").orElse("5672"),
                    "SPRING_RABBITMQ_USERNAME",
                            given.variable("SPRING_RABBITMQ_USERNAME").orElse("guest"),
                    "SPRING_RABBITMQ_PASSWORD",
                            given.variable("SPRING_RABBITMQ_PASSWORD").orElse("guest"),
                    "SPRING_RABBITMQ_VIRTUAL_HOST",
                            given.variable("SPRING_RABBITMQ_VIRTUAL_HOST").orElse("/"),
                    "AGORA_BROKER_QUORUM", given.variable("AGORA_BROKER_QUORUM").orElse("true"));
        }
    }

    /** RabbitMQ as a child, with an Erlang name server of its own. */
    record RabbitMq(PortPlan ports, Home home, BrokerAccount account) implements Broker {
        @Override
        public Optional<Part> part() {
            Path log = home.data("rabbitmq").resolve("rabbitmq.log");
            return Optional.of(new Part("broker", "RabbitMQ", ports.of(Use.BROKER), log, Stage.GROUND, this::start));
        }

        private Running start(Progress progress) {
            try {
                RabbitMqBroker broker = RabbitMqBroker.start(
                        home.data("rabbitmq"),
                        ports.of(Use.BROKER),
                        ports.of(Use.BROKER_DISTRIBUTION),
                        ports.of(Use.BROKER_NAMES),
                        progress);
                return Running.of(broker.pid(), broker::close);
            } catch (IOException e) {
                throw new PartFailed("RabbitMQ could not be started: " + e.getMessage(), e);
            }
        }

        @Override
        public Map<String, String> settings() {
            return local(ports, account, true);
        }
    }

    /** The embedded broker in a JVM of its own. */
    record Embedded(Settings settingsOfRun, Home home, BrokerAccount account) implements Broker {
        @Override
        public Optional<Part> part() {
            return Optional.of(
                    new Part("broker", "embedded AMQP broker", port(), home.log("broker"), Stage.GROUND, this::start));
        }

        private int port() {
            return settingsOfRun.ports().of(Use.BROKER);
        }

        private Running start(Progress progress) {
            Path data = home.data("broker");
            List<String> line = new ArrayList<>(ChildJvm.of(BrokerMain.class, "256m"));
            line.add(data.toString());
            line.add(Integer.toString(port()));
            ChildProcess child = ChildProcess.start(new ChildProcess.Command(
                    "broker", line, data, Map.of("MALLOC_ARENA_MAX", "2"), home.log("broker"), home.pidFile("broker")));
            try {
                child.await(() -> Ports.answers(port()), settingsOfRun.startPatience(), progress);
                return Running.of(child);
            } catch (PartFailed failed) {
                child.close();
                throw failed;
            }
        }

        @Override
        public Map<String, String> settings() {
            return local(settingsOfRun.ports(), account, false);
        }
    }

    private static Map<String, String> local(PortPlan ports, BrokerAccount account, boolean quorum) {
        return Map.of(
                "SPRING_RABBITMQ_HOST", "127.0.0.1",
                "SPRING_RABBITMQ_PORT", Integer.toString(ports.of(Use.BROKER)),
                "SPRING_RABBITMQ_USERNAME", account.username(),
                "SPRING_RABBITMQ_PASSWORD", account.password(),
                "SPRING_RABBITMQ_VIRTUAL_HOST", BrokerAccount.VIRTUAL_HOST,
                "AGORA_BROKER_QUORUM", Boolean.toString(quorum));
    }
}
