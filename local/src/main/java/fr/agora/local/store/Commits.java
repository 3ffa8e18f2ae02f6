package fr.agora.local.store;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Makes commands durable, several by one commit, and holds their replies back until then. */
final class Commits {
    private final Lock commands = new ReentrantLock();
    private final Lock committing = new ReentrantLock();
    private final Runnable commit;
    private long executed; // guarded by commands
    private volatile long durable;

    Commits(Runnable commit) {
        this.commit = commit;
    }

    static Commits none() {
        return new Commits(() -> {});
    }

    /** One command at a time: the backend is not atomic by itself. */
    Lock commands() {
        return commands;
    }

    /** Called with the lock of commands held, after a command that may have changed something. */
    void changed() {
        executed++;
    }

    /** What the caller has seen so far; called with the lock of commands held. */
    long seen() {
        return executed;
    }

    /**
     * Returns once everything up to {@code seen} would survive a kill. Readers wait too: whoever acts on an answer, a
     * duplicate key or an outgoing fact, must not see it vanish.
     */
    void awaitDurable(long seen) {
        if (durable >= seen) {
            return;
        }
        committing.lock();
        try {
            if (durable >= seen) {
                return;
            }
            // under the lock of commands: half a command must never be on disk
            commands.lock();
            try {
                long upTo = executed;
                commit.run();
                durable = upTo;
            } finally {
                commands.unlock();
            }
        } finally {
            committing.unlock();
        }
    }
}
