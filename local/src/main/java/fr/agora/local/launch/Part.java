package fr.agora.local.launch;

import fr.agora.local.process.Progress;
import java.nio.file.Path;

/**
 * One process of the platform.
 *
 * @param name how commands call it, e.g. {@code search}
 * @param description what it is, e.g. {@code OpenSearch 3.6.0}
 * @param port where it answers
 * @param log what it writes
 * @param stage the parts of one stage start side by side, once those of the stage before are healthy
 * @param start starts it and returns once it is healthy
 */
record Part(String name, String description, int port, Path log, Stage stage, Start start) {

    /** The order of starting; stopping goes backwards. */
    enum Stage {
        GROUND,
        SERVICES,
        GATEWAY
    }

    /** How a part is started. */
    @FunctionalInterface
    interface Start {
        Running start(Progress progress) throws LaunchFailure, InterruptedException;
    }
}
