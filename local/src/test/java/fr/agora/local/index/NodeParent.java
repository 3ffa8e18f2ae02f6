package fr.agora.local.index;

import fr.agora.local.process.ParentJvm;
import java.io.IOException;
import java.nio.file.Path;

/** Starts a node and waits to be killed. */
final class NodeParent {
    public static void main(String[] arguments) throws IOException {
        ParentJvm.startedThenLive(OpenSearchNode.start(Path.of(arguments[0])).pid());
    }
}
