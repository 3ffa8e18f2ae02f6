package fr.agora.local.launch;

import fr.agora.local.process.ChildProcess;
import fr.agora.local.process.Http;
import fr.agora.local.process.Jdk;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One of the five Boot applications as a child process with a bounded heap and an AOT cache.
 *
 * @param environment exactly the variables of {@code docs/architecture.md}
 */
record ServiceProcess(
        ServiceJar jar, int port, Map<String, String> environment, Home home, Duration patience, Console console)
        implements Part.Start {

    private static final long TRAINING_SECONDS = 300;

    /** Training takes a core and a half: all at once they only wait for one another, and may run out of their time. */
    private static final Semaphore TURNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    /** The same for training and running: a cache made under other flags is silently not used. */
    private static final List<String> FLAGS = List.of(
            "-Xms48m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.timezone=Europe/Paris");

    @Override
    public Running start(Progress progress) throws LaunchFailure, InterruptedException {
        Path log = home.log(name());
        Path app = jar.extracted(home.apps(), log);
        Path cache = app.resolve("app.aot");
        if (!Files.exists(cache)) {
            train(app, cache);
        }
        ChildProcess child = ChildProcess.start(
                new ChildProcess.Command(name(), command(cache), app, variables(), log, home.pidFile(name())));
        URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        try {
            child.await(() -> Http.answersOk(health), patience, progress);
            return Running.of(child);
        } catch (PartFailed failed) {
            child.close();
            throw failed;
        }
    }

    private String name() {
        return jar.name();
    }

    private List<String> command(Path cache) {
        List<String> command = java();
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache.getFileName());
        }
        command.add("-jar");
        command.add("app.jar");
        return command;
    }

    private static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Jdk.java().toString());
        command.addAll(FLAGS);
        return command;
    }

    // starts the application up to the point where it would serve, and keeps what the JVM learnt on the way
    private void train(Path app, Path cache) throws InterruptedException {
        TURNS.acquire();
        try {
            trainNow(app, cache);
        } finally {
            TURNS.release();
        }
    }

    private void trainNow(Path app, Path cache) throws InterruptedException {
        console.say("  … " + name() + ": preparing a faster start, once for this build");
        Path unfinished = app.resolve("app.aot.new");
        List<String> command = java();
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + unfinished.getFileName(),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                "app.jar"));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(app.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(home.log(name() + "-training").toFile());
            builder.environment().putAll(variables());
            Process training = builder.start();
            try {
                boolean ended = training.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS);
                if (ended && training.exitValue() == 0 && Files.exists(unfinished)) {
                    Files.move(unfinished, cache);
                }
            } finally {
                // the JVM that trained has another one write the cache
                training.descendants().forEach(ProcessHandle::destroyForcibly);
                training.destroyForcibly();
            }
        } catch (IOException untrained) {
            // said below
        }
        if (!Files.exists(cache)) {
            console.say("  … " + name() + ": no faster start could be prepared (see " + home.log(name() + "-training")
                    + "); it starts without");
        }
    }

    private Map<String, String> variables() {
        Map<String, String> all = new HashMap<>(environment);
        all.put("SERVER_ADDRESS", "127.0.0.1");
        all.put("SERVER_PORT", Integer.toString(port));
        // glibc keeps an arena per thread otherwise, some tens of megabytes for nothing
        all.put("MALLOC_ARENA_MAX", "2");
        return all;
    }
}
