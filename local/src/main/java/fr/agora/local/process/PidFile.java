package fr.agora.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Remembers a process across runs by its id and start, so that a recycled id is never taken for it. */
public record PidFile(Path path) {

    public void write(ProcessHandle process) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, process.pid() + " " + startOf(process).orElse(Instant.EPOCH) + "\n");
    }

    /** The process written here, if it is still that one and alive. */
    public Optional<ProcessHandle> process() {
        try {
            String[] parts = Files.readString(path).strip().split(" ");
            Instant started = Instant.parse(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).map(started::equals).orElse(false));
        } catch (IOException | RuntimeException absentOrGarbled) {
            return Optional.empty();
        }
    }

    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }
}
