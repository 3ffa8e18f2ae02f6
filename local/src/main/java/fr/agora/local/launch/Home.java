package fr.agora.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The places inside {@code AGORA_HOME}.
 *
 * @param root everything below it belongs to one platform, and goes with {@code ./agora reset}
 */
record Home(Path root) {

    Path data(String part) {
        return root.resolve("data").resolve(part);
    }

    Path apps() {
        return root.resolve("apps");
    }

    Path logs() {
        return root.resolve("log");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path run() {
        return root.resolve("run");
    }

    Path pidFile(String part) {
        return run().resolve(part + ".pid");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path control() {
        return run().resolve("control");
    }

    /** Exists while everything is healthy: what a detached start waits for. */
    Path ready() {
        return run().resolve("ready");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** Exists once the demo data is in. */
    Path demoLoaded() {
        return root.resolve("demo-loaded");
    }

    /** What the demo's people have done so far. */
    Path demoSteps() {
        return root.resolve("demo-steps");
    }

    /** Where backups go that are not told another place; a reset leaves them. */
    Path backups() {
        return root.resolve("backups");
    }

    /** What a restore takes out of its archive, before it replaces anything. */
    Path restoring() {
        return root.resolve("restoring");
    }

    /** Exists while a restore replaces one platform by another. */
    Path restored() {
        return root.resolve("restored");
    }

    /** Exists from a restore until the index is made of what was restored. */
    Path rebuildWanted() {
        return root.resolve("rebuild-wanted");
    }

    void create() throws LaunchFailure {
        try {
            for (Path place : new Path[] {run(), logs(), apps(), root.resolve("data")}) {
                Files.createDirectories(place);
            }
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(root, String.valueOf(e.getMessage())));
        }
    }

    /** Deletes what a run made; the folder itself and what others put there stay. */
    void forget() throws IOException {
        for (String name : new String[] {"data", "apps", "log", "run", "launcher", "restoring", "restored"}) {
            Trees.delete(root.resolve(name));
        }
        Files.deleteIfExists(secrets());
        Files.deleteIfExists(demoLoaded());
        Files.deleteIfExists(demoSteps());
        Files.deleteIfExists(rebuildWanted());
        Files.deleteIfExists(lock());
    }

    /** Fails when the disk could not hold what a run writes. */
    void requireSpace(long neededMegabytes) throws LaunchFailure {
        try {
            long free = Files.getFileStore(root).getUsableSpace() / 1_000_000;
            if (free < neededMegabytes) {
                throw new LaunchFailure(new LaunchFailure.DiskFull(root, free, neededMegabytes));
            }
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Unusable(root, String.valueOf(e.getMessage())));
        }
    }
}
