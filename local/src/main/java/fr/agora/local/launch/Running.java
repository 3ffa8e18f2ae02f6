package fr.agora.local.launch;

import fr.agora.local.process.ChildProcess;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A part that is up: what can be asked of it and done to it. */
interface Running {

    long pid();

    /** Completes with the exit code when the part ends, for whatever reason. */
    CompletableFuture<Integer> onExit();

    /** Stops it in good order. */
    void stop();

    /** Stops it as a power cut would. */
    void kill();

    /** A part that is one child process and nothing else. */
    static Running of(ChildProcess child) {
        return new OfProcess(child.pid(), child.onExit(), child::close);
    }

    /** A part known by its process and its own way to stop. */
    static Running of(long pid, Runnable stop) {
        CompletableFuture<Integer> exit = ProcessHandle.of(pid)
                .map(process -> process.onExit().thenApply(ended -> UNKNOWN_EXIT))
                .orElseGet(() -> CompletableFuture.completedFuture(UNKNOWN_EXIT));
        return new OfProcess(pid, exit, stop);
    }

    /** The exit code of a process that does not tell it. */
    int UNKNOWN_EXIT = -1;

    /** Stops and kills by process; a kill takes the descendants along, since a script may stand before the program. */
    record OfProcess(long pid, CompletableFuture<Integer> onExit, Runnable stopping) implements Running {
        @Override
        public void stop() {
            stopping.run();
        }

        @Override
        public void kill() {
            ProcessHandle.of(pid).ifPresent(process -> {
                List<ProcessHandle> tree =
                        Stream.concat(Stream.of(process), process.descendants()).toList();
                tree.forEach(ProcessHandle::destroyForcibly);
                tree.forEach(each -> each.onExit()
                        .completeOnTimeout(each, 10, TimeUnit.SECONDS)
                        .join());
            });
        }
    }
}
