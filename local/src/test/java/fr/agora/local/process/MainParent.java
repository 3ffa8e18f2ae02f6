package fr.agora.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Starts one of our main classes as the launcher does, and waits to be killed. */
final class MainParent {
    private static final Duration START = Duration.ofMinutes(2);

    /** The arguments: a directory, the main class and what it is told. */
    public static void main(String[] arguments) throws IOException {
        List<String> told = Arrays.asList(arguments).subList(2, arguments.length);
        ChildProcess child = start(Path.of(arguments[0]), arguments[1], told);
        ParentJvm.startedThenLive(child.pid());
    }

    /** Returns once the main class has said that it is ready. */
    static ChildProcess start(Path directory, String main, List<String> told) {
        List<String> line = new ArrayList<>(List.of(
                Jdk.java().toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        line.addAll(told);
        Path log = directory.resolve("child.log");
        ChildProcess child = ChildProcess.start(new ChildProcess.Command(main, line, directory, Map.of(), log, null));
        child.await(() -> saysReady(log), START, Progress.SILENT);
        return child;
    }

    private static boolean saysReady(Path log) {
        try {
            return Files.readAllLines(log).contains("READY");
        } catch (IOException notYet) {
            return false;
        }
    }
}
