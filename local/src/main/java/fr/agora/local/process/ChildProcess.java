package fr.agora.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A process we started, which writes to a log of its own and ends with us. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LINES_SHOWN = 5;
    private static final int TAIL_BYTES = 16_384;

    private final String name;
    private final Process process;
    private final Path log;
    private final @Nullable PidFile pidFile;

    private ChildProcess(String name, Process process, Path log, @Nullable PidFile pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    /** What to start: environment entries are added to ours, standard output and error are appended to the log. */
    public record Command(
            String name,
            List<String> line,
            Path directory,
            Map<String, String> environment,
            Path log,
            @Nullable Path pidFile) {
        public Command {
            line = List.copyOf(line);
            environment = Map.copyOf(environment);
        }
    }

    /** @throws PartFailed when the program cannot be executed */
    public static ChildProcess start(Command command) {
        try {
            Files.createDirectories(command.directory());
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command.line())
                    .directory(command.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(command.log().toFile()));
            builder.environment().putAll(command.environment());
            Process process = builder.start();
            PidFile pidFile = command.pidFile() == null ? null : new PidFile(command.pidFile());
            if (pidFile != null) {
                pidFile.write(process.toHandle());
            }
            return new ChildProcess(command.name(), process, command.log(), pidFile);
        } catch (IOException e) {
            throw new PartFailed(command.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** Completes with the exit status when the process has ended, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** The end of the log, at most {@code count} lines. */
    public List<String> lastLines(int count) {
        return tail(log, count);
    }

    /** The end of any log, at most {@code count} lines; empty when there is none. */
    public static List<String> tail(Path log, int count) {
        try (var channel = Files.newByteChannel(log)) {
            long from = Math.max(0, channel.size() - TAIL_BYTES);
            channel.position(from);
            var bytes = java.nio.ByteBuffer.allocate((int) (channel.size() - from));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until full
            }
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Waits until the condition holds.
     *
     * @throws PartFailed when the process ends first or the time is over, with the last lines of its log
     */
    public void await(BooleanSupplier condition, Duration atMost, Progress progress) {
        Instant start = Instant.now();
        long toldSeconds = 0;
        while (true) {
            // looked at first: what ends between the two looks has had its chance to fulfil the condition
            boolean alive = process.isAlive();
            if (condition.getAsBoolean()) {
                return;
            }
            Duration elapsed = Duration.between(start, Instant.now());
            if (!alive) {
                throw failed("ended with status " + process.exitValue() + " while starting");
            }
            if (elapsed.compareTo(atMost) > 0) {
                throw failed("was not ready after " + atMost.toSeconds() + " s");
            }
            if (elapsed.toSeconds() > toldSeconds) {
                toldSeconds = elapsed.toSeconds();
                progress.waiting(name, elapsed);
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed("was interrupted while starting");
            }
        }
    }

    /**
     * Waits until the process has done its work and ended.
     *
     * @throws PartFailed when it ends with another status than 0 or the time is over, with the last lines of its log
     */
    public void awaitSuccess(Duration atMost, Progress progress) {
        await(() -> !process.isAlive(), atMost, progress);
        if (process.exitValue() != 0) {
            throw failed("ended with status " + process.exitValue());
        }
    }

    private PartFailed failed(String what) {
        List<String> lines = lastLines(LINES_SHOWN);
        return new PartFailed(name + " " + what + "; see " + log
                + (lines.isEmpty() ? " (empty)." : ", which ends with:\n  " + String.join("\n  ", lines)));
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(GRACE);
    }

    /** Asks the process to end, insists after a grace, and returns when it has ended. */
    @Override
    public void close() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroy();
        if (!awaitEnd(GRACE)) {
            process.destroyForcibly();
            awaitEnd(GRACE);
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
        if (pidFile != null) {
            try {
                pidFile.delete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean awaitEnd(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
