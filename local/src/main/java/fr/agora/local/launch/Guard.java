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

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    static Guard post(Home home) throws LaunchFailure {
        try {
            return new Guard(new ProcessBuilder(List.of(
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
                    .start());
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Refused("The guard process", String.valueOf(e.getMessage())));
        }
    }

    /** Sends it home: nothing is left for it to clear. */
    void dismiss() {
        List<ProcessHandle> waiting = shell.descendants().toList();
        // the shell first, or it would take the end of what it waits for as its call
        shell.destroyForcibly();
        waiting.forEach(ProcessHandle::destroyForcibly);
    }
}
