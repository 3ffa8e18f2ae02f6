package fr.agora.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Publishes at a steady pace, whether or not the platform keeps up, and withdraws afterwards. */
final class Publishing {

    private static final int AT_ONCE = 64;

    private final URI gateway;
    private final Visitors visitors;
    private final String bearer;
    private final Queue<Caller> idle = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable BenchFailure> failure = new AtomicReference<>();

    Publishing(URI gateway, Visitors visitors, String bearer) {
        this.gateway = gateway;
        this.visitors = visitors;
        this.bearer = bearer;
    }

    void publish(List<Trial> trials, int perSecond) throws InterruptedException {
        Semaphore places = new Semaphore(AT_ONCE);
        long start = System.nanoTime() + Duration.ofMillis(200).toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < trials.size() && failure.get() == null; i++) {
                Trial trial = trials.get(i);
                long due = start + i * Duration.ofSeconds(1).toNanos() / perSecond;
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                places.acquire();
                trial.due(due);
                threads.execute(() -> {
                    if (tell(trial, "publish")) {
                        trial.answered(System.nanoTime());
                    }
                    places.release();
                });
            }
        }
        throwFailure();
    }

    void withdraw(List<Trial> trials) {
        trials.stream()
                .filter(trial -> trial.millisUntilAnswered().isPresent())
                .forEach(trial -> tell(trial, "withdraw"));
        idle.forEach(Caller::close);
        throwFailure();
    }

    private boolean tell(Trial trial, String verb) {
        Caller pooled = idle.poll();
        Caller caller = pooled == null ? new Caller(visitors) : pooled;
        try {
            URI uri = gateway.resolve("/api/jobs/offers/" + trial.id() + "/" + verb);
            caller.read(Request.post(uri, "", "Authorization", bearer));
            return true;
        } catch (BenchFailure refused) {
            failure.compareAndSet(null, refused);
        } catch (IOException broken) {
            failure.compareAndSet(null, new BenchFailure("A write broke off: " + broken.getMessage(), broken));
        } finally {
            idle.add(caller);
        }
        return false;
    }

    private void throwFailure() {
        BenchFailure known = failure.get();
        if (known != null) {
            throw known;
        }
    }
}
