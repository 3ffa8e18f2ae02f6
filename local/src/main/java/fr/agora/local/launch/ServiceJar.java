package fr.agora.local.launch;

import fr.agora.local.process.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A service as Maven built it, unpacked once per content: an extracted jar starts faster than a fat one, and an AOT
 * cache needs it.
 *
 * @param name the part's name
 * @param jar the Boot jar
 */
record ServiceJar(String name, Path jar) {

    private static final Map<String, ReentrantLock> ONE_AT_A_TIME = new ConcurrentHashMap<>();
    private static final long EXTRACT_SECONDS = 60;

    static Optional<ServiceJar> of(String name, Path module) throws LaunchFailure {
        Path target = module.resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        String prefix = module.getFileName() + "-";
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> isApplication(file.getFileName().toString(), prefix))
                    .findFirst()
                    .map(file -> new ServiceJar(name, file));
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(target, String.valueOf(e.getMessage())));
        }
    }

    private static boolean isApplication(String file, String prefix) {
        return file.startsWith(prefix)
                && file.endsWith(".jar")
                && !file.endsWith("-tests.jar")
                && !file.endsWith("-sources.jar")
                && !file.endsWith("-plain.jar");
    }

    /** The folder with {@code app.jar} and its libraries, unpacked now unless it was before. */
    Path extracted(Path apps, Path log) throws LaunchFailure, InterruptedException {
        // two instances of a service start side by side, of one folder
        ReentrantLock lock = ONE_AT_A_TIME.computeIfAbsent(name, first -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            return extractedAlone(apps, log);
        } finally {
            lock.unlock();
        }
    }

    private Path extractedAlone(Path apps, Path log) throws LaunchFailure, InterruptedException {
        Path all = apps.resolve(name);
        try {
            Path wanted = all.resolve(digest());
            if (!Files.exists(wanted.resolve("app.jar"))) {
                Trees.delete(all);
                Files.createDirectories(all);
                Path unfinished = Files.createTempDirectory(all, "unfinished");
                extract(unfinished, log);
                Files.move(unfinished, wanted, StandardCopyOption.ATOMIC_MOVE);
            }
            return wanted;
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.PartNotStarted(name, "its jar cannot be unpacked: " + e, log));
        }
    }

    private void extract(Path into, Path log) throws IOException, InterruptedException {
        Process tools = new ProcessBuilder(List.of(
                        Jdk.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--application-filename",
                        "app.jar",
                        "--destination",
                        into.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!tools.waitFor(EXTRACT_SECONDS, TimeUnit.SECONDS) || tools.exitValue() != 0) {
                throw new IOException("unpacking " + jar + " failed; is the disk full?");
            }
        } finally {
            tools.destroyForcibly();
        }
    }

    private String digest() throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), sha)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
