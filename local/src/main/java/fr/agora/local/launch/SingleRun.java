package fr.agora.local.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** The right to run on a home: held through the system, so that it goes with its holder however that one ends. */
final class SingleRun implements AutoCloseable {

    private final FileChannel channel;

    private SingleRun(FileChannel channel) {
        this.channel = channel;
    }

    static Optional<SingleRun> acquire(Home home) throws LaunchFailure {
        try {
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new SingleRun(channel));
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(home.lock(), String.valueOf(e.getMessage())));
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisJvm) {
            return null;
        }
    }

    /** Waits until nobody runs on the home; false when somebody still does after that time. */
    static boolean awaitEnd(Home home, Duration atMost) throws LaunchFailure, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<SingleRun> free = acquire(home);
            if (free.isPresent()) {
                free.get().close();
                return true;
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // the lock goes with the process
        }
    }
}
