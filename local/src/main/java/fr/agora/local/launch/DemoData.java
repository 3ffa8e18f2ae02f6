package fr.agora.local.launch;

import fr.agora.local.imports.FileImport;
import fr.agora.local.imports.ImportKind;
import fr.agora.local.imports.ImportSummary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills a fresh platform through its public API; interrupted, it begins again, since an import sent twice is one. */
final class DemoData {

    private static final Duration FINDABLE_WITHIN = Duration.ofSeconds(120);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(700);
    private static final int CALM_LOOKS = 3;
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(60);

    private final PlatformApi api;
    private final DemoStory.Voice people;
    private final Home home;
    private final Console console;
    private final Clock clock;

    DemoData(PlatformApi api, DemoStory.Voice people, Home home, Console console, Clock clock) {
        this.api = api;
        this.people = people;
        this.home = home;
        this.console = console;
        this.clock = clock;
    }

    /** Loads everything unless it was loaded before; a refused line is shown and stops nothing. */
    void loadOnce(Path realms) throws LaunchFailure, InterruptedException {
        if (Files.exists(home.demoLoaded())) {
            return;
        }
        try {
            Set<ImportKind> loaded = EnumSet.noneOf(ImportKind.class);
            for (ImportKind kind : ImportKind.values()) {
                if (kind != ImportKind.REUSES && load(kind, Duration.ZERO) && kind.isSearched()) {
                    loaded.add(kind);
                }
            }
            DemoAddresses.introduce(realms, api);
            awaitFindable(loaded);
            load(ImportKind.REUSES, HEARD_WITHIN);
            tellStory();
            Files.writeString(home.demoLoaded(), clock.instant() + "\n");
        } catch (IOException e) {
            throw new LaunchFailure(new LaunchFailure.Refused("The demo data", String.valueOf(e.getMessage())));
        }
    }

    /** @param patience for those who have not heard yet of what a line names: a file sent again changes nothing */
    private boolean load(ImportKind kind, Duration patience) throws IOException, InterruptedException {
        Instant before = clock.instant();
        try (InputStream lines = resource(kind)) {
            if (lines == null) {
                return false;
            }
            byte[] all = lines.readAllBytes();
            ImportSummary summary = send(kind, all);
            while (summary.refused() > 0 && clock.instant().isBefore(before.plus(patience))) {
                Thread.sleep(LOOK_AGAIN);
                summary = send(kind, all);
            }
            console.ready("demo", kind.word() + ": " + summary.total(), Duration.between(before, clock.instant()));
            if (summary.refused() > 0) {
                summary.lines().forEach(line -> console.say("      " + line));
            }
            return summary.total() > summary.refused();
        }
    }

    private ImportSummary send(ImportKind kind, byte[] lines) throws IOException, InterruptedException {
        return new FileImport(api).send(kind, new ByteArrayInputStream(lines), sofar -> {});
    }

    private void tellStory() throws IOException, InterruptedException {
        Instant before = clock.instant();
        try (InputStream lines = DemoData.class.getResourceAsStream("/demo/story.ndjson")) {
            if (lines != null) {
                int played = new DemoStory(people, home.demoSteps(), console, clock, HEARD_WITHIN)
                        .play(DemoStory.Step.read(lines));
                console.ready("demo", "story: " + played + " steps", Duration.between(before, clock.instant()));
            }
        }
    }

    private static @Nullable InputStream resource(ImportKind kind) {
        return DemoData.class.getResourceAsStream("/demo/" + kind.word() + ".ndjson");
    }

    // facts travel on their own time: the index is complete once it holds every kind and has stopped growing
    private void awaitFindable(Set<ImportKind> kinds) throws IOException, InterruptedException {
        Instant before = clock.instant();
        List<Long> last = List.of();
        for (int calm = 0; calm < CALM_LOOKS; ) {
            if (Duration.between(before, clock.instant()).compareTo(FINDABLE_WITHIN) > 0) {
                console.say("  … the index is still growing; the rest will be found as it arrives");
                return;
            }
            List<Long> now = totals(kinds);
            boolean still = now.equals(last) && now.stream().allMatch(total -> total > 0);
            calm = still ? calm + 1 : 0;
            last = now;
            Thread.sleep(LOOK_AGAIN);
        }
        console.ready(
                "demo",
                last.stream().mapToLong(Long::longValue).sum() + " items found by search",
                Duration.between(before, clock.instant()));
    }

    private List<Long> totals(Set<ImportKind> kinds) throws IOException, InterruptedException {
        List<Long> totals = new ArrayList<>();
        for (ImportKind kind : kinds) {
            totals.add(api.get("/api/search?size=1&kind=" + kind.searchKind())
                    .path("total")
                    .asLong(0));
        }
        return totals;
    }
}
