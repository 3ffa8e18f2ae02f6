package fr.agora.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The {@code ./agora} of this checkout, for when nothing runs yet. */
record Launcher(Path checkout) {

    /** Found from where this class was compiled to: {@code bench/target/classes}. */
    static Launcher ofThisBuild() {
        return new Launcher(target().resolve("../..").normalize());
    }

    /** The build folder of this module. */
    static Path target() {
        try {
            return Path.of(Bench.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("..")
                    .normalize();
        } catch (URISyntaxException unnamed) {
            throw new BenchFailure("The folder of the bench has no name.", unnamed);
        }
    }

    void up() throws IOException, InterruptedException {
        if (run("up", "--detach") != 0) {
            throw new BenchFailure("No platform runs and none could be started: run ./agora up --detach first.");
        }
    }

    void down() throws IOException, InterruptedException {
        run("down");
    }

    private int run(String... words) throws IOException, InterruptedException {
        Path script = checkout.resolve("agora");
        if (!Files.isExecutable(script)) {
            throw new BenchFailure("No platform runs in this AGORA_HOME: run ./agora up --detach first.");
        }
        ProcessBuilder command = new ProcessBuilder(script.toString()).inheritIO();
        command.command().addAll(List.of(words));
        return command.start().waitFor();
    }
}
