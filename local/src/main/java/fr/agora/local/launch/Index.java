package fr.agora.local.launch;

import fr.agora.local.index.NodeMode;
import fr.agora.local.index.OpenSearchNode;
import fr.agora.local.launch.PortPlan.Use;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where search looks: one OpenSearch node. */
record Index(PortPlan ports, Home home) {

    Optional<Part> part() {
        return Optional.of(new Part(
                "index",
                "OpenSearch",
                ports.of(Use.INDEX),
                data().resolve("opensearch.log"),
                Part.Stage.GROUND,
                this::start));
    }

    private Path data() {
        return home.data("index");
    }

    private Running start(Progress progress) {
        try {
            OpenSearchNode node = OpenSearchNode.start(
                    data(), ports.of(Use.INDEX), ports.of(Use.INDEX_TRANSPORT), NodeMode.LIGHT, progress);
            return Running.of(node.process());
        } catch (IOException e) {
            throw new PartFailed("OpenSearch could not be started: " + e.getMessage(), e);
        }
    }

    Map<String, String> settings() {
        return Map.of("AGORA_INDEX_URI", ports.uri(Use.INDEX));
    }
}
