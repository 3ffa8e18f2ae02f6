package fr.agora.local.index;

import java.nio.file.Path;
import java.util.List;

/** How much a node is given: quick and small for a trial, warm and steady for a measure. */
public enum NodeMode {
    LIGHT {
        @Override
        List<String> options(Path home) {
            return List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        }
    },
    SERVER {
        @Override
        List<String> options(Path home) {
            return List.of(
                    "-Xms512m",
                    "-Xmx512m",
                    "--add-modules=jdk.incubator.vector",
                    "-javaagent:" + home.resolve("agent/opensearch-agent.jar"),
                    "--sun-misc-unsafe-memory-access=allow");
        }
    };

    abstract List<String> options(Path home);
}
