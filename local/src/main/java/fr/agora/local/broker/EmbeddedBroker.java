package fr.agora.local.broker;

import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;

/** The broker inside this JVM, for machines without RabbitMQ; it has no quorum queues. */
public final class EmbeddedBroker implements LocalBroker {
    private static final String LOOPBACK = "127.0.0.1";

    private final SystemLauncher launcher;
    private final BrokerAccount account;
    private final int port;
    private final Runnable cleaning;

    private EmbeddedBroker(SystemLauncher launcher, BrokerAccount account, int port, Runnable cleaning) {
        this.launcher = launcher;
        this.account = account;
        this.port = port;
        this.cleaning = cleaning;
    }

    /** A broker that forgets everything when closed, on a random port. */
    public static EmbeddedBroker inMemory() throws IOException {
        Path directory = Files.createTempDirectory("agora-broker");
        return start("memory.json", directory, BrokerAccount.ephemeral(), Ports.free(), () -> delete(directory));
    }

    /**
     * A broker whose durable queues and persistent messages survive a restart.
     *
     * @throws PartFailed when the port is taken or the directory belongs to a running broker
     */
    public static EmbeddedBroker onDirectory(Path directory, int port) throws IOException {
        return start("derby.json", directory, BrokerAccount.of(directory), port, () -> {});
    }

    private static EmbeddedBroker start(
            String configuration, Path directory, BrokerAccount account, int port, Runnable cleaning)
            throws IOException {
        if (!Ports.isFree(port)) {
            throw new PartFailed("The embedded broker cannot listen on port " + port + ": it is taken.");
        }
        Files.createDirectories(directory);
        // a file, not a class path address: its loader does not know jars within jars
        Path file = directory.resolve(configuration);
        try (InputStream resource = EmbeddedBroker.class.getResourceAsStream(configuration)) {
            Files.write(file, java.util.Objects.requireNonNull(resource).readAllBytes());
        }
        SystemLauncher launcher = new SystemLauncher();
        try {
            launcher.startup(attributes(file, directory, account, port));
        } catch (Exception e) {
            launcher.shutdown();
            throw new PartFailed("The embedded broker did not start in " + directory + ": " + e.getMessage(), e);
        }
        if (!Ports.answers(port)) {
            launcher.shutdown();
            throw new PartFailed("The embedded broker of " + directory + " started but does not listen on port " + port
                    + "; is another one running there?");
        }
        return new EmbeddedBroker(launcher, account, port, cleaning);
    }

    private static Map<String, Object> attributes(Path file, Path directory, BrokerAccount account, int port) {
        Map<String, String> context = new HashMap<>();
        context.put("agora.port", Integer.toString(port));
        context.put("agora.username", account.username());
        context.put("agora.password", account.password());
        context.put("agora.store", directory.resolve("derby").toString());
        context.put("qpid.work_dir", directory.toString());
        // RabbitMQ's own arguments, such as the kind of queue, mean nothing here; refusing them would fork the code
        context.put("queue.behaviourOnUnknownDeclareArgument", "IGNORE");
        context.put("exchange.behaviourOnUnknownDeclareArgument", "IGNORE");
        return Map.of(
                "type",
                "Memory",
                "initialConfigurationLocation",
                file.toUri().toString(),
                "startupLoggedToSystemOut",
                false,
                "context",
                context);
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // a temporary directory: the system sweeps it
        }
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
        return false;
    }

    @Override
    public void close() {
        launcher.shutdown();
        cleaning.run();
    }
}
