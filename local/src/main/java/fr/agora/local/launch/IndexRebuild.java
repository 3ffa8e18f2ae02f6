package fr.agora.local.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Has the index filled again from its owners' facts, and waits until that is done. */
final class IndexRebuild {

    private static final String ADDRESS = "/api/search/admin/rebuilds";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int LOOKS = 1_200;

    private final PlatformApi api;
    private final PrintStream out;

    IndexRebuild(PlatformApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    void follow() throws LaunchFailure, InterruptedException {
        try {
            JsonNode rebuild = api.post(ADDRESS, Map.of("kind", "all"));
            String id = rebuild.path("id").asString("");
            for (int look = 0; look < LOOKS && isRunning(rebuild); look++) {
                Thread.sleep(LOOK_AGAIN);
                rebuild = api.get(ADDRESS + "/" + id);
            }
            tell(rebuild);
        } catch (IOException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private void tell(JsonNode rebuild) throws LaunchFailure {
        for (JsonNode part : rebuild.path("parts")) {
            out.println(part.path("kind").asString("") + ": "
                    + part.path("status").asString("").toLowerCase(Locale.ROOT) + ", "
                    + part.path("received").asLong(0) + " facts received, "
                    + part.path("parked").asLong(0) + " parked");
            String cause = part.path("cause").asString("");
            if (!cause.isEmpty()) {
                out.println("  " + cause);
            }
        }
        if (!status(rebuild).equals("COMPLETED")) {
            throw refused(isRunning(rebuild) ? "it does not come to an end" : "it failed");
        }
    }

    private static LaunchFailure refused(String why) {
        return new LaunchFailure(new LaunchFailure.Refused("The rebuild of the index", why));
    }

    private static boolean isRunning(JsonNode rebuild) {
        return status(rebuild).equals("RUNNING");
    }

    private static String status(JsonNode rebuild) {
        return rebuild.path("status").asString("");
    }
}
