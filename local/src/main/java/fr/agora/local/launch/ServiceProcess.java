package fr.agora.local.launch;

import fr.agora.local.process.ChildProcess;
import fr.agora.local.process.Http;
import fr.agora.local.process.Jdk;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Progress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the five Boot applications as a child process with a bounded heap and an AOT cache.
 *
 * @param name the part's name, of which a second instance has its own
 * @param environment exactly the variables of {@code docs/architecture.md}
 */
record ServiceProcess(
        String name,
        ServiceJar jar,
        int port,
        Map<String, String> environment,
        Home home,
        Duration patience,
        Training training)
        implements Part.Start {

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
        Path log = home.log(name);
        Path app = jar.extracted(home.apps(), log);
        Path cache = training.cache(new Training.Lesson(jar.name(), app, java(), variables()));
        ChildProcess child = ChildProcess.start(
                new ChildProcess.Command(name, command(cache), app, variables(), log, home.pidFile(name)));
        URI health = URI.create("http://127.0.0.1:" + port + "/readyz");
        try {
            child.await(() -> Http.answersOk(health), patience, progress);
            return Running.of(child);
        } catch (PartFailed failed) {
            child.close();
            throw failed;
        }
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

    private Map<String, String> variables() {
        Map<String, String> all = new HashMap<>(environment);
        all.put("SERVER_ADDRESS", "127.0.0.1");
        all.put("SERVER_PORT", Integer.toString(port));
        // glibc keeps an arena per thread otherwise, some tens of megabytes for nothing
        all.put("MALLOC_ARENA_MAX", "2");
        return all;
    }
}
