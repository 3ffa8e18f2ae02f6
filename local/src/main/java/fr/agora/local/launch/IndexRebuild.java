package fr.agora.local.launch;

import fr.agora.local.imports.ImportKind;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Has the index rebuilt from its owners' facts, kind after kind, and tells how it goes. */
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

    void follow(List<ImportKind> kinds) throws LaunchFailure, InterruptedException {
        for (ImportKind kind : kinds) {
            try {
                rebuild(kind);
            } catch (IOException e) {
                throw new LaunchFailure(
                        new LaunchFailure.Refused("The rebuild of " + kind.word(), String.valueOf(e.getMessage())));
            }
        }
    }

    private void rebuild(ImportKind kind) throws IOException, LaunchFailure, InterruptedException {
        JsonNode rebuild = api.post(ADDRESS, Map.of("kind", kind.searchKind()));
        String id = rebuild.path("id").asString("");
        for (int look = 0; look < LOOKS && isRunning(rebuild) && !id.isEmpty(); look++) {
            Thread.sleep(LOOK_AGAIN);
            rebuild = api.get(ADDRESS + "/" + id);
        }
        String state = state(rebuild);
        if (state.equals("FAILED") || isRunning(rebuild)) {
            throw new LaunchFailure(new LaunchFailure.Refused(
                    "The rebuild of " + kind.word(),
                    rebuild.path("reason").asString(state.equals("FAILED") ? "it failed" : "it does not end")));
        }
        out.println(kind.word() + ": rebuilt, " + rebuild.path("count").asLong(0) + " documents");
    }

    private static String state(JsonNode rebuild) {
        return rebuild.path("state").asString(rebuild.path("status").asString(""));
    }

    private static boolean isRunning(JsonNode rebuild) {
        String state = state(rebuild);
        return !state.isEmpty() && !state.equals("DONE") && !state.equals("COMPLETED") && !state.equals("FAILED");
    }
}
