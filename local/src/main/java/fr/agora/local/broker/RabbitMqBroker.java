package fr.agora.local.broker;

import fr.agora.local.process.ChildProcess;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Ports;
import fr.agora.local.process.Progress;
import fr.agora.local.process.Tether;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RabbitMQ as a child process with its own directory, account and ports: an installed service is left alone. */
public final class RabbitMqBroker implements LocalBroker {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration START = Duration.ofMinutes(3);

    private final ChildProcess nameServer;
    private final ChildProcess server;
    private final BrokerAccount account;
    private final int port;
    private final Path programs;
    private final Map<String, String> environment;

    private RabbitMqBroker(
            ChildProcess nameServer,
            ChildProcess server,
            BrokerAccount account,
            int port,
            Path programs,
            Map<String, String> environment) {
        this.programs = programs;
        this.environment = environment;
        this.nameServer = nameServer;
        this.server = server;
        this.account = account;
        this.port = port;
    }

    /** Whether RabbitMQ and Erlang's name server are found on this machine. */
    public static boolean isInstalled() {
        return RabbitMqInstallation.find().isPresent();
    }

    /** A broker on random ports, for tests. */
    public static RabbitMqBroker start(Path directory) throws IOException {
        return start(directory, Ports.free(), Ports.free(), Ports.free());
    }

    public static RabbitMqBroker start(Path directory, int amqpPort, int distributionPort, int epmdPort)
            throws IOException {
        return start(directory, amqpPort, distributionPort, epmdPort, Progress.SILENT);
    }

    /** @throws PartFailed when RabbitMQ is not installed, does not start in three minutes or a port is taken */
    public static RabbitMqBroker start(
            Path directory, int amqpPort, int distributionPort, int epmdPort, Progress progress) throws IOException {
        RabbitMqInstallation installation =
                RabbitMqInstallation.find().orElseThrow(() -> new PartFailed("RabbitMQ is not installed here."));
        for (int port : List.of(amqpPort, distributionPort, epmdPort)) {
            if (!Ports.isFree(port)) {
                throw new PartFailed("RabbitMQ cannot listen on port " + port + ": it is taken.");
            }
        }
        Path home = directory.toAbsolutePath();
        BrokerAccount account = BrokerAccount.of(home);
        configure(home, amqpPort, account);
        Map<String, String> environment = environment(home, distributionPort, epmdPort);

        ChildProcess nameServer = ChildProcess.start(new ChildProcess.Command(
                "Erlang's name server",
                Tether.tied(List.of(installation.epmd().toString())),
                home,
                environment,
                home.resolve("epmd.log"),
                home.resolve("epmd.pid")));
        try {
            nameServer.await(() -> Ports.answers(epmdPort), START, progress);
            ChildProcess server = ChildProcess.start(new ChildProcess.Command(
                    "RabbitMQ",
                    Tether.tied(List.of(installation.server().toString())),
                    home,
                    environment,
                    home.resolve("rabbitmq.log"),
                    home.resolve("rabbitmq.pid")));
            // also when it is killed: the name server left behind would keep its port from the next one
            var _ = server.onExit().thenRun(nameServer::close);
            RabbitMqBroker broker = new RabbitMqBroker(
                    nameServer,
                    server,
                    account,
                    amqpPort,
                    installation.server().resolveSibling(".").normalize(),
                    environment);
            try {
                server.await(() -> Ports.answers(amqpPort), START, progress);
                return broker;
            } catch (PartFailed e) {
                server.close();
                throw e;
            }
        } catch (PartFailed e) {
            nameServer.close();
            throw e;
        }
    }

    private static void configure(Path home, int amqpPort, BrokerAccount account) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("enabled_plugins"), "[].\n");
        Files.writeString(home.resolve("rabbitmq-env.conf"), "# the environment says it all\n");
        Files.writeString(home.resolve("rabbitmq.conf"), """
                listeners.tcp.1 = %s:%d
                default_user = %s
                default_pass = %s
                default_vhost = %s
                log.console = true
                log.console.level = warning
                log.file = false
                disk_free_limit.absolute = 64MB
                vm_memory_high_watermark.absolute = 256MB
                # the log of quorum queues is mirrored in memory up to this size
                raft.wal_max_size_bytes = 33554432
                """.formatted(
                        LOOPBACK, amqpPort, account.username(), account.password(), BrokerAccount.VIRTUAL_HOST));
    }

    private static Map<String, String> environment(Path home, int distributionPort, int epmdPort) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", home.toString());
        environment.put("RABBITMQ_NODENAME", "agora@localhost");
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(distributionPort));
        environment.put("RABBITMQ_MNESIA_BASE", home.resolve("mnesia").toString());
        environment.put("RABBITMQ_LOG_BASE", home.resolve("log").toString());
        // without its extension, as every version accepts
        environment.put("RABBITMQ_CONFIG_FILE", home.resolve("rabbitmq").toString());
        environment.put(
                "RABBITMQ_CONF_ENV_FILE", home.resolve("rabbitmq-env.conf").toString());
        environment.put(
                "RABBITMQ_ENABLED_PLUGINS_FILE", home.resolve("enabled_plugins").toString());
        environment.put(
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false +S 2:2");
        environment.put("ERL_EPMD_PORT", Integer.toString(epmdPort));
        environment.put("ERL_EPMD_ADDRESS", LOOPBACK);
        return environment;
    }

    /** A command beside the broker, as its operator types it: RabbitMQ's own programs are on its path. */
    public ProcessBuilder command(String... words) {
        ProcessBuilder command = new ProcessBuilder(words);
        command.environment().putAll(environment);
        command.environment().merge("PATH", programs.toString(), (path, own) -> own + File.pathSeparator + path);
        return command;
    }

    public long pid() {
        return server.pid();
    }

    @Override
    public String host() {
        return LOOPBACK;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String username() {
        return account.username();
    }

    @Override
    public String password() {
        return account.password();
    }

    @Override
    public String virtualHost() {
        return BrokerAccount.VIRTUAL_HOST;
    }

    @Override
    public boolean quorum() {
        return true;
    }

    @Override
    public void close() {
        server.close();
        nameServer.close();
    }
}
