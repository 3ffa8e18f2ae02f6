package fr.agora.search.cost;

import java.time.Duration;
import java.util.stream.Stream;

/** How long processors have worked for a process, with its descendants where there are any. */
record ProcessorTime(long pid, boolean tree) {

    static ProcessorTime of(long pid) {
        return new ProcessorTime(pid, false);
    }

    static ProcessorTime ofTree(long pid) {
        return new ProcessorTime(pid, true);
    }

    double millis() {
        return ProcessHandle.of(pid).stream()
                .flatMap(
                        process -> tree ? Stream.concat(Stream.of(process), process.descendants()) : Stream.of(process))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toNanos() / 1e6)
                .sum();
    }
}
