package fr.agora.local.launch;

import fr.agora.local.process.Jdk;
import java.io.IOException;
import java.util.List;

/**
 * A shell that waits for our end and then clears what we left: the services know nothing of us, and would outlive a
 * {@code kill -9}.
 */
final class Guard {

    // our end closes its standard input; a Ctrl-C meant for us must not end it
    private static final String SCRIPT = "trap '' INT TERM HUP; cat >/dev/null; exec \"$@\"";

    private Guard() {}

    static Process post(Home home) throws LaunchFailure {
        try {
            return new ProcessBuilder(List.of(
                            "/bin/sh",
                            "-c",
                            SCRIPT,
                            "guard",
                            Jdk.java().toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Agora.class.getName(),
                            "sweep",
                            home.root().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(home.log("guard").toFile()))
                    .start();
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Refused("The guard process", String.valueOf(e.getMessage())));
        }
    }
}
