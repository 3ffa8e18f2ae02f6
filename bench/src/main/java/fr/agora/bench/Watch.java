package fr.agora.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches again and again for the offers that are due, as a visitor would, through the gateway. */
final class Watch implements Runnable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long EVERY = Duration.ofMillis(10).toNanos();

    private final URI gateway;
    private final Caller caller;
    private final List<Trial> trials;
    private final Map<String, Trial> byId;
    private volatile boolean stopped;
    private long polls;
    private long polled;
    private volatile String trouble = "";

    Watch(URI gateway, Visitors visitors, List<Trial> trials) {
        this.gateway = gateway;
        this.caller = new Caller(visitors);
        this.trials = trials;
        this.byId = trials.stream().collect(Collectors.toMap(Trial::id, Function.identity()));
    }

    @Override
    public void run() {
        try (caller) {
            while (!stopped) {
                List<String> words = trials.stream()
                        .filter(Trial::isAwaited)
                        .map(Trial::word)
                        .distinct()
                        .toList();
                words.forEach(this::poll);
                if (words.isEmpty()) {
                    pauseUntil(System.nanoTime() + EVERY);
                }
            }
        } catch (BenchFailure failure) {
            trouble = String.valueOf(failure.getMessage());
        }
    }

    private void poll(String word) {
        long start = System.nanoTime();
        try {
            String answer = caller.read(Request.get(gateway.resolve("/api/search?only=hits&size=50&q=" + word)));
            long now = System.nanoTime();
            for (JsonNode hit : JSON.readTree(answer).path("hits")) {
                Trial trial = byId.get(hit.path("id").asString(""));
                if (trial != null && trial.isAwaited()) {
                    trial.found(now);
                }
            }
        } catch (IOException broken) {
            throw new BenchFailure("The search broke off: " + broken.getMessage(), broken);
        }
        pauseUntil(start + EVERY);
        polls++;
        polled += System.nanoTime() - start;
    }

    private static void pauseUntil(long nanos) {
        try {
            long left = nanos - System.nanoTime();
            if (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when all are found, or after that time. */
    void awaitAll(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end && !trials.stream().allMatch(Trial::isFound)) {
            if (!trouble.isEmpty()) {
                throw new BenchFailure(trouble);
            }
            Thread.sleep(20);
        }
    }

    void stop() {
        stopped = true;
    }

    /** What came of the ten wanted; read once it has stopped. */
    double millisBetweenPolls() {
        return polls == 0 ? 0 : polled / 1e6 / polls;
    }
}
