package fr.agora.local.launch;

import fr.agora.local.launch.PartStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A part with what is known of it at this moment; guarded by its own lock. */
final class Supervised {

    private final Part part;
    private final Clock clock;
    private State state = State.WAITING;
    private @Nullable Running running;
    private Instant since;
    private String note = "";

    Supervised(Part part, Clock clock) {
        this.part = part;
        this.clock = clock;
        this.since = clock.instant();
    }

    Part part() {
        return part;
    }

    synchronized void starting() {
        state = State.STARTING;
        since = clock.instant();
        note = "";
    }

    synchronized void ready(Running started) {
        running = started;
        state = State.READY;
        since = clock.instant();
    }

    /** Takes the process out, so that one caller alone stops it and its end is no accident. */
    synchronized @Nullable Running release(String why) {
        Running released = running;
        running = null;
        state = State.STOPPED;
        since = clock.instant();
        note = why;
        return released;
    }

    /** Notes that the process ended by itself; false when it was stopped on purpose meanwhile. */
    synchronized boolean died(Running which, String why) {
        if (running != which) {
            return false;
        }
        running = null;
        state = State.DIED;
        since = clock.instant();
        note = why;
        return true;
    }

    synchronized boolean isUp() {
        return running != null;
    }

    synchronized boolean isStarting() {
        return state == State.STARTING;
    }

    synchronized PartStatus status() {
        Running now = running;
        long pid = now == null ? 0 : now.pid();
        return new PartStatus(
                part.name(),
                part.description(),
                state,
                pid,
                part.port(),
                pid == 0 ? 0 : ResidentMemory.ofTree(pid),
                Duration.between(since, clock.instant()),
                note);
    }
}
