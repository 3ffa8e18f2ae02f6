package fr.agora.search;

import fr.agora.local.index.NodeMode;
import fr.agora.local.index.OpenSearchNode;
import fr.agora.local.process.Ports;
import fr.agora.local.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one real OpenSearch node of a test run; it ends with the JVM. */
public final class SharedNode {

    private static final OpenSearchNode NODE = start();

    private SharedNode() {}

    public static OpenSearchNode get() {
        return NODE;
    }

    private static OpenSearchNode start() {
        try {
            Path folder = Files.createTempDirectory("agora-search-tests");
            // a measure wants the engine as production runs it
            var node = Boolean.getBoolean("agora.cost.server")
                    ? OpenSearchNode.start(folder, Ports.free(), Ports.free(), NodeMode.SERVER, Progress.SILENT)
                    : OpenSearchNode.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(node::close));
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
