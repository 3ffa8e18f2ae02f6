package fr.agora.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of the test's own that starts a part as the launcher does, and can be killed as a power cut would. */
public final class ParentJvm implements AutoCloseable {
    private static final String STARTED = "STARTED ";

    private final Process process;
    private final ProcessHandle child;

    private ParentJvm(Process process, ProcessHandle child) {
        this.process = process;
        this.child = child;
    }

    /** Runs a main class that calls {@link #started} and {@link #live}; returns once its part is up. */
    public static ParentJvm of(Class<?> main, Object... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Jdk.java().toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        List<String> before = new ArrayList<>();
        for (String said = out.readLine(); said != null; said = out.readLine()) {
            if (said.startsWith(STARTED)) {
                long pid = Long.parseLong(said.substring(STARTED.length()));
                return new ParentJvm(process, ProcessHandle.of(pid).orElseThrow());
            }
            before.add(said.strip());
        }
        // on one line, since a summary of tests shows no more
        throw new AssertionError(main.getSimpleName() + " ended before its part was up: " + String.join(" | ", before));
    }

    /** Called inside that JVM: tells the test which process is its child. */
    static void started(long pid) {
        System.out.println(STARTED + pid);
    }

    /** Called inside that JVM: stays until the test ends, so that nothing outlives it. */
    static void live() throws IOException {
        while (System.in.read() >= 0) {
            // nothing is said there
        }
    }

    /** Called inside that JVM, when the part is up. */
    public static void startedThenLive(long pid) throws IOException {
        started(pid);
        live();
    }

    public ProcessHandle child() {
        return child;
    }

    /** Ends the parent, and only it, with no chance to clean up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        child.destroyForcibly();
    }
}
