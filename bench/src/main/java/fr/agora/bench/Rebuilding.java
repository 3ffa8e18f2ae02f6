package fr.agora.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Rebuilds the whole index again and again, as an administrator would once, until told to stop. */
final class Rebuilding implements Runnable {

    private static final String ADMINISTRATOR = "admin.demo";
    private static final String ALL = "{\"kind\": \"all\"}";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Platform platform;
    private final URI rebuilds;
    private volatile boolean stopped;
    private volatile String trouble = "";
    private int begun;

    Rebuilding(Platform platform, URI gateway) {
        this.platform = platform;
        this.rebuilds = gateway.resolve("/api/search/admin/rebuilds");
    }

    @Override
    public void run() {
        try {
            String bearer = platform.bearer(ADMINISTRATOR);
            while (!stopped) {
                JsonNode rebuild = platform.post(rebuilds, ALL, "Authorization", bearer);
                begun++;
                URI itself = URI.create(rebuilds + "/" + rebuild.path("id").asString(""));
                while (rebuild.path("status").asString("").equals("RUNNING") && !stopped) {
                    Thread.sleep(BETWEEN_LOOKS);
                    rebuild = platform.get(itself, "Authorization", bearer);
                }
                if (rebuild.path("status").asString("").equals("FAILED")) {
                    trouble = "A rebuild failed: look at ./agora logs search.";
                    return;
                }
            }
        } catch (IOException | BenchFailure broken) {
            trouble = "The rebuild cannot be followed: " + broken.getMessage();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped = true;
    }

    /** @throws BenchFailure when there was less to measure under than it says */
    int begun() {
        if (!trouble.isEmpty()) {
            throw new BenchFailure(trouble);
        }
        return begun;
    }
}
