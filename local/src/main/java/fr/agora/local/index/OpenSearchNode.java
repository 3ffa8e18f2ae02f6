package fr.agora.local.index;

import fr.agora.local.process.ChildProcess;
import fr.agora.local.process.ForeignMain;
import fr.agora.local.process.Http;
import fr.agora.local.process.Jdk;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Parts;
import fr.agora.local.process.Ports;
import fr.agora.local.process.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One real OpenSearch node on loopback ports, whose data, configuration and logs are in its own directory. */
public final class OpenSearchNode implements AutoCloseable {
    private static final String VERSION = "3.6.0";
    private static final Duration START = Duration.ofMinutes(3);

    private final ChildProcess process;
    private final URI uri;

    private OpenSearchNode(ChildProcess process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** A light node on random ports, for tests. */
    public static OpenSearchNode start(Path directory) throws IOException {
        return start(directory, Ports.free(), Ports.free());
    }

    public static OpenSearchNode start(Path directory, int httpPort, int transportPort) throws IOException {
        return start(directory, httpPort, transportPort, NodeMode.LIGHT, Progress.SILENT);
    }

    /** @throws PartFailed when the node is not healthy after three minutes, a port is taken or it is not unpacked */
    public static OpenSearchNode start(
            Path directory, int httpPort, int transportPort, NodeMode mode, Progress progress) throws IOException {
        for (int port : List.of(httpPort, transportPort)) {
            if (!Ports.isFree(port)) {
                throw new PartFailed("OpenSearch cannot listen on port " + port + ": it is taken.");
            }
        }
        Path home = Parts.find("opensearch-" + VERSION);
        Path own = directory.toAbsolutePath();
        configure(home, own, httpPort, transportPort);
        Path starter = ForeignMain.write(own.resolve("starter"));
        ChildProcess process = ChildProcess.start(new ChildProcess.Command(
                "OpenSearch",
                Unprivileged.line(line(home, own, starter, mode), own),
                home,
                Map.of("OPENSEARCH_JAVA_HOME", Jdk.home().toString()),
                own.resolve("opensearch.log"),
                own.resolve("opensearch.pid")));
        URI uri = URI.create("http://127.0.0.1:" + httpPort);
        try {
            URI health = uri.resolve("/_cluster/health?wait_for_status=yellow&timeout=5s");
            process.await(() -> Http.answersOk(health), START, progress);
        } catch (PartFailed e) {
            process.close();
            throw e;
        }
        return new OpenSearchNode(process, uri);
    }

    private static void configure(Path home, Path own, int httpPort, int transportPort) throws IOException {
        for (String folder : List.of("config", "data", "logs", "tmp")) {
            Files.createDirectories(own.resolve(folder));
        }
        Files.copy(
                home.resolve("config/log4j2.properties"),
                own.resolve("config/log4j2.properties"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(own.resolve("config/opensearch.yml"), """
                cluster.name: agora
                node.name: agora
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                path.data: %s
                path.logs: %s
                cluster.default_number_of_replicas: 0
                action.auto_create_index: false
                # a nearly full disk of a developer is no reason to refuse writes
                cluster.routing.allocation.disk.threshold_enabled: false
                """.formatted(
                        httpPort, transportPort, own.resolve("data"), own.resolve("logs")));
    }

    private static List<String> line(Path home, Path own, Path starter, NodeMode mode) {
        Path temporary = own.resolve("tmp");
        List<String> line = new ArrayList<>();
        line.add(Jdk.java().toString());
        line.addAll(mode.options(home));
        line.addAll(List.of(
                "-Xbootclasspath/a:" + home.resolve("agent/opensearch-agent-bootstrap-" + VERSION + ".jar"),
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djna.nosys=true",
                "-Djna.tmpdir=" + temporary,
                "-Djava.io.tmpdir=" + temporary,
                "-Dlog4j.shutdownHookEnabled=false",
                "-Dopensearch.path.home=" + home,
                "-Dopensearch.path.conf=" + own.resolve("config"),
                "-Dopensearch.distribution.type=zip",
                "-Dopensearch.bundled_jdk=false",
                "-cp",
                home.resolve("lib") + "/*:" + starter,
                ForeignMain.NAME,
                "org.opensearch.bootstrap.OpenSearch"));
        return line;
    }

    public URI uri() {
        return uri;
    }

    public long pid() {
        return process.pid();
    }

    /** The process, for whoever watches or kills it. */
    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
