package fr.agora.local.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a program as somebody else than root, which OpenSearch refuses to be: only containers make us root. */
final class Unprivileged {
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "--user", "--map-user=1000", "--");
    private static final List<String> OTHER_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");

    private Unprivileged() {}

    /** The line to execute instead; {@code writable} is handed over where another user runs the program. */
    static List<String> line(List<String> line, Path writable) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return line;
        }
        // first choice: the files stay ours, only the name differs
        if (works(NAMESPACE)) {
            return Stream.concat(NAMESPACE.stream(), line.stream()).toList();
        }
        if (works(OTHER_USER)) {
            handOver(writable);
            return Stream.concat(OTHER_USER.stream(), line.stream()).toList();
        }
        throw new IOException("OpenSearch does not run as root, and neither unshare nor setpriv works here");
    }

    private static boolean works(List<String> prefix) {
        try {
            Process trial = new ProcessBuilder(
                            Stream.concat(prefix.stream(), Stream.of("true")).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!trial.waitFor(20, TimeUnit.SECONDS)) {
                trial.destroyForcibly();
                return false;
            }
            return trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void handOver(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
