package fr.agora.local.launch;

import fr.agora.local.launch.Part.Stage;
import fr.agora.local.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts the parts stage by stage, watches them, and stops them in reverse. */
final class Supervisor {

    private static final int TELL_EVERY_SECONDS = 15;
    private static final long FULL_BELOW_BYTES = 50_000_000;

    private final List<Supervised> parts;
    private final Console console;
    private final Clock clock;
    private volatile boolean stopping;
    private volatile @Nullable ExecutorService starting;

    Supervisor(List<Part> parts, Console console, Clock clock) {
        this.parts = parts.stream().map(part -> new Supervised(part, clock)).toList();
        this.console = console;
        this.clock = clock;
    }

    /** Starts everything; when one part fails, the first failure is thrown and the caller stops the rest. */
    void start() throws LaunchFailure {
        for (Stage stage : Stage.values()) {
            start(parts.stream().filter(each -> each.part().stage() == stage).toList());
        }
    }

    private void start(List<Supervised> together) throws LaunchFailure {
        ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
        starting = starters;
        try {
            var started = new ExecutorCompletionService<Void>(starters);
            for (Supervised each : together) {
                started.submit(() -> {
                    start(each);
                    return null;
                });
            }
            for (int i = 0; i < together.size(); i++) {
                started.take().get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof LaunchFailure expected
                    ? expected
                    : new LaunchFailure(new LaunchFailure.Refused("The start", String.valueOf(failed.getCause())));
        } catch (InterruptedException stop) {
            throw new LaunchFailure(new LaunchFailure.Interrupted());
        } finally {
            // the others' waits end now; what they had begun they stop themselves
            starters.shutdownNow();
            starters.close();
        }
    }

    private void start(Supervised each) throws LaunchFailure {
        Part part = each.part();
        if (stopping) {
            throw new LaunchFailure(new LaunchFailure.Interrupted());
        }
        each.starting();
        Instant before = clock.instant();
        try {
            Running running = part.start().start(this::waiting);
            each.ready(running);
            if (stopping) {
                stop(each, "stopped");
                return;
            }
            console.ready(part.name(), part.description(), Duration.between(before, clock.instant()));
            var unused = running.onExit().thenAccept(code -> ended(each, running, code));
        } catch (PartFailed failed) {
            each.release("did not start");
            throw stopping
                    ? new LaunchFailure(new LaunchFailure.Interrupted())
                    : new LaunchFailure(
                            new LaunchFailure.PartNotStarted(part.name(), sentence(failed, part), part.log()));
        } catch (InterruptedException stop) {
            each.release("not started");
            throw new LaunchFailure(new LaunchFailure.Interrupted());
        } catch (LaunchFailure failed) {
            each.release("did not start");
            throw failed;
        }
    }

    private String sentence(PartFailed failed, Part part) {
        String first = String.valueOf(failed.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("; see .*", ".");
        String words = LastWords.of(part.log());
        return words.isEmpty() ? first : first + " Its last words: " + words;
    }

    private void waiting(String part, Duration elapsed) {
        if (elapsed.toSeconds() > 0 && elapsed.toSeconds() % TELL_EVERY_SECONDS == 0) {
            console.waiting(part, elapsed);
        }
    }

    private void ended(Supervised each, Running running, int exitCode) {
        String name = each.part().name();
        if (stopping || !each.died(running, "ended by itself" + exit(exitCode))) {
            return;
        }
        String words = LastWords.of(each.part().log());
        console.say("✘ The part \"" + name + "\" ended by itself" + exit(exitCode)
                + (words.isEmpty() ? "." : ": " + words));
        if (isDiskFull(each.part().log())) {
            console.say("  → The disk is full: free some space first.");
        }
        console.say("  → Start it again with ./agora start " + name + "; its log: "
                + each.part().log());
    }

    private static boolean isDiskFull(Path log) {
        try {
            return Files.getFileStore(log).getUsableSpace() < FULL_BELOW_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static String exit(int code) {
        return code == Running.UNKNOWN_EXIT ? "" : " (exit code " + code + ")";
    }

    /** Stops everything, the last started first. */
    void stop() {
        stopping = true;
        abandonStarts();
        for (Stage stage : List.of(Stage.values()).reversed()) {
            List<Thread> stops = new ArrayList<>();
            for (Supervised each : parts) {
                if (each.part().stage() == stage) {
                    stops.add(Thread.ofVirtual().start(() -> stop(each, "stopped")));
                }
            }
            stops.forEach(Supervisor::join);
        }
    }

    private void abandonStarts() {
        ExecutorService starters = starting;
        if (starters != null) {
            starters.shutdownNow();
            starters.close();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Supervised each, String why) {
        Running running = each.release(why);
        if (running == null) {
            return;
        }
        try {
            running.stop();
        } catch (RuntimeException unwilling) {
            running.kill();
        }
    }

    /** Starts a part that is not up. */
    void startPart(String name) throws LaunchFailure {
        Supervised part = part(name);
        if (part.isUp() || part.isStarting()) {
            throw new LaunchFailure(new LaunchFailure.Refused("Starting " + name, "it is running or starting"));
        }
        start(part);
    }

    /** Stops a part in good order. */
    void stopPart(String name) throws LaunchFailure {
        requireUp(name);
        stop(part(name), "stopped by command");
    }

    /** Ends a part as a power cut would. */
    void killPart(String name) throws LaunchFailure {
        Supervised part = requireUp(name);
        Running running = part.release("killed by command");
        if (running != null) {
            running.kill();
        }
    }

    private Supervised requireUp(String name) throws LaunchFailure {
        Supervised part = part(name);
        if (!part.isUp()) {
            throw new LaunchFailure(new LaunchFailure.Refused("Stopping " + name, "it is not running"));
        }
        return part;
    }

    private Supervised part(String name) throws LaunchFailure {
        for (Supervised each : parts) {
            if (each.part().name().equals(name)) {
                return each;
            }
        }
        throw new LaunchFailure(new LaunchFailure.WrongCommand("There is no part \"" + name + "\"; the parts are "
                + parts.stream().map(each -> each.part().name()).collect(Collectors.joining(", ")) + "."));
    }

    List<PartStatus> status() {
        return parts.stream().map(Supervised::status).toList();
    }
}
