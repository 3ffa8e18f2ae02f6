package fr.agora.local.launch;

import fr.agora.local.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Processes of a run whose supervisor was killed: found by their pid files, which also know when each began. */
final class Leftovers {

    private static final int GRACE_SECONDS = 10;
    /** {@code run/x.pid} and {@code data/part/x.pid}. */
    private static final int DEPTH = 3;

    private Leftovers() {}

    /** Ends them all, unless a new run has the home already and has ended them itself. */
    static void clearUnlessRunning(Home home) throws LaunchFailure {
        Optional<SingleRun> mine = SingleRun.acquire(home);
        if (mine.isPresent()) {
            try (SingleRun held = mine.get()) {
                clear(home);
            }
        }
    }

    /** Ends them all and answers how many there were. */
    static int clear(Home home) throws LaunchFailure {
        List<ProcessHandle> left = new ArrayList<>();
        try (Stream<Path> files = Files.find(
                home.root(), DEPTH, (file, attributes) -> file.toString().endsWith(".pid"))) {
            for (Path file : files.toList()) {
                PidFile pidFile = new PidFile(file);
                pidFile.process().filter(Leftovers::isAnother).ifPresent(left::add);
                pidFile.delete();
            }
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(home.root(), String.valueOf(e.getMessage())));
        }
        List<ProcessHandle> all = left.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(Leftovers::awaitEnd);
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        all.forEach(Leftovers::awaitEnd);
        return left.size();
    }

    private static boolean isAnother(ProcessHandle process) {
        return process.pid() != ProcessHandle.current().pid();
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit()
                .completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
