package fr.agora.local.launch;

import java.time.Duration;

/**
 * How a part is doing, as {@code ./agora status} shows it.
 *
 * @param pid 0 when there is no process
 * @param megabytes resident memory, 0 when unknown
 * @param note what to know, empty when all is well
 */
record PartStatus(
        String name,
        String description,
        State state,
        long pid,
        int port,
        long megabytes,
        Duration uptime,
        String note) {

    /** The life of a part. */
    enum State {
        WAITING,
        STARTING,
        READY,
        STOPPED,
        DIED
    }
}
