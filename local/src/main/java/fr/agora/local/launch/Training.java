package fr.agora.local.launch;

import fr.agora.local.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the AOT caches from which services start faster the next time.
 *
 * <p>It takes a core and a half for half a minute a service, so it waits until the platform answers, takes the services
 * in turn, and at the lowest priority. A start never waits for it.
 */
final class Training {

    private static final long TRAINING_SECONDS = 600;

    private final Home home;
    private final BlockingQueue<Lesson> lessons = new LinkedBlockingQueue<>();
    private final Thread trainer = Thread.ofPlatform().daemon().name("training").unstarted(this::run);
    private volatile boolean ending;
    private volatile @Nullable Process current;

    Training(Home home) {
        this.home = home;
    }

    /**
     * What is still to be learnt.
     *
     * @param name the service
     * @param app its unpacked folder
     * @param java the JVM with its flags: a cache made under other flags is silently not used
     */
    record Lesson(String name, Path app, List<String> java, Map<String, String> environment) {}

    /** The cache of a service; where there is none yet, it will be made later. */
    Path cache(Lesson lesson) {
        Path cache = lesson.app().resolve("app.aot");
        if (!Files.exists(cache) && !lessons.contains(lesson)) {
            lessons.add(lesson);
        }
        return cache;
    }

    /** The platform is up: there is time now. */
    void begin() {
        trainer.start();
    }

    void stop() {
        ending = true;
        trainer.interrupt();
        Process training = current;
        if (training != null) {
            end(training);
        }
    }

    private void run() {
        try {
            while (!ending) {
                learn(lessons.take());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException untrained) {
            // services start without, a little slower; the log of the training tells why
        }
    }

    // starts the application up to the point where it would serve, and keeps what the JVM learnt on the way
    void learn(Lesson lesson) throws IOException, InterruptedException {
        Path cache = lesson.app().resolve("app.aot");
        if (Files.exists(cache)) {
            return;
        }
        Path unfinished = lesson.app().resolve("app.aot.new");
        List<String> command = new ArrayList<>();
        OnPath.find("nice", System.getenv()).ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "19")));
        command.addAll(lesson.java());
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + unfinished.getFileName(),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                "app.jar"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(lesson.app().toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.log(lesson.name() + "-training").toFile());
        builder.environment().putAll(lesson.environment());
        Process training = builder.start();
        PidFile pidFile = new PidFile(home.pidFile("training"));
        pidFile.write(training.toHandle());
        current = training;
        try {
            boolean ended = training.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS);
            if (ended && training.exitValue() == 0 && Files.exists(unfinished)) {
                Files.move(unfinished, cache);
            }
        } finally {
            end(training);
            current = null;
            pidFile.delete();
            Files.deleteIfExists(unfinished);
        }
    }

    // the JVM that trained has another one write the cache
    private static void end(Process training) {
        training.descendants().forEach(ProcessHandle::destroyForcibly);
        training.destroyForcibly();
    }
}
