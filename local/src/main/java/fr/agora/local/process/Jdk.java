package fr.agora.local.process;

import java.nio.file.Path;

/** The JDK for child JVMs: the one that runs us, whatever the path says. */
public final class Jdk {
    private Jdk() {}

    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    public static Path java() {
        return home().resolve("bin").resolve("java");
    }
}
