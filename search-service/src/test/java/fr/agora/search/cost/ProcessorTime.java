package fr.agora.search.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return processes()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toNanos() / 1e6)
                .sum();
    }

    /** What its compilers of machine code have taken of that, those that ended aside; 0 where no Linux tells. */
    double compilingMillis() {
        return processes()
                .mapToDouble(process -> compilingMillis(process.pid()))
                .sum();
    }

    private Stream<ProcessHandle> processes() {
        return ProcessHandle.of(pid).stream()
                .flatMap(process ->
                        tree ? Stream.concat(Stream.of(process), process.descendants()) : Stream.of(process));
    }

    private static double compilingMillis(long pid) {
        var threads = Path.of("/proc", Long.toString(pid), "task");
        if (!Files.isDirectory(threads)) {
            return 0;
        }
        try (var each = Files.list(threads)) {
            return each.filter(thread -> read(thread.resolve("comm")).matches("C[12] Compiler.*\\R"))
                    .map(thread -> read(thread.resolve("schedstat")).split(" ")[0])
                    .filter(nanos -> !nanos.isEmpty())
                    .mapToDouble(nanos -> Long.parseLong(nanos) / 1e6)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException itHasEnded) {
            return "";
        }
    }
}
