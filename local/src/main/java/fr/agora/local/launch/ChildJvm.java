package fr.agora.local.launch;

import fr.agora.local.process.Jdk;
import java.util.List;

/** The command line of a JVM that runs one of our own main classes. */
final class ChildJvm {

    private ChildJvm() {}

    /** A small JVM on our own class path. */
    static List<String> of(Class<?> main, String heap) {
        return List.of(
                Jdk.java().toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }
}
