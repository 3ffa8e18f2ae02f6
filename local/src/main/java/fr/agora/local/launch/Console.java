package fr.agora.local.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/** What the person at the keyboard reads, kept in a log as well. */
final class Console {

    private final PrintStream out;
    private final Path log;

    Console(PrintStream out, Path log) {
        this.out = out;
        this.log = log;
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
        try {
            Files.writeString(
                    log, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException diskFull) {
            // the screen has it, and a log that cannot be written is no reason to stop
        }
    }

    void ready(String name, String description, Duration took) {
        say(String.format(Locale.ROOT, "  ✔ %-10s %-34s %6.1f s", name, description, took.toMillis() / 1000.0));
    }

    void waiting(String name, Duration elapsed) {
        say(String.format(Locale.ROOT, "  … %-10s still starting after %d s", name, elapsed.toSeconds()));
    }

    void failed(LaunchFailure failure) {
        say("");
        say("✘ " + failure.getMessage());
        say("  → " + failure.advice());
    }
}
