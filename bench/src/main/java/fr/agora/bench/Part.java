package fr.agora.bench;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * One process of the platform, as its supervisor tells of it.
 *
 * @param megabytes resident, descendants included
 */
record Part(String name, String description, long pid, int port, long megabytes) {

    /** Processor time of the process and its descendants so far. */
    Duration processorTime() {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
