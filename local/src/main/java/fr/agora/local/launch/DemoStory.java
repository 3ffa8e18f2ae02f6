package fr.agora.local.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the people of the demo did together: each step is one call of the public API by the account whose turn it is, so
 * that nothing is there that could not have come about. What was done is noted, and not done again after an interruption.
 */
final class DemoStory {

    private static final Pattern EARLIER = Pattern.compile("\\{([a-z0-9-]+)}");
    private static final Set<Integer> NOT_HEARD_YET = Set.of(403, 404, 422);

    private final Voice voice;
    private final Path notes;
    private final Console console;
    private final Clock clock;
    private final Duration patience;

    /** @param notes where the steps done are written down, with the identifier of what each made */
    DemoStory(Voice voice, Path notes, Console console, Clock clock, Duration patience) {
        this.voice = voice;
        this.notes = notes;
        this.console = console;
        this.clock = clock;
        this.patience = patience;
    }

    /** Whoever calls the API in an account's name. */
    @FunctionalInterface
    interface Voice {
        PlatformApi.Told tell(String account, String path, String body) throws IOException, InterruptedException;
    }

    /**
     * One call.
     *
     * @param path may name, in braces, an earlier step for the identifier of what that one made
     */
    record Step(String id, String account, String path, String body) {

        static List<Step> read(InputStream lines) throws IOException {
            List<Step> steps = new ArrayList<>();
            for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode step = JsonMapper.shared().readTree(line);
                steps.add(new Step(
                        step.path("id").asString(""),
                        step.path("par").asString(""),
                        step.path("appel").asString(""),
                        step.has("corps") ? step.path("corps").toString() : ""));
            }
            return steps;
        }
    }

    /** Plays what was not played yet; a step that is refused is shown and stops nothing. */
    int play(List<Step> steps) throws IOException, InterruptedException {
        Map<String, String> made = done();
        // facts travel on their own time: a service may not have heard yet of whom a step names
        Instant patientUntil = clock.instant().plus(patience);
        int played = 0;
        for (Step step : steps) {
            if (made.containsKey(step.id())) {
                continue;
            }
            String path = resolved(step.path(), made);
            PlatformApi.Told told = voice.tell(step.account(), path, step.body());
            while (NOT_HEARD_YET.contains(told.status()) && clock.instant().isBefore(patientUntil)) {
                Thread.sleep(Duration.ofMillis(300));
                told = voice.tell(step.account(), path, step.body());
            }
            // a conflict says that it is so already
            if (told.status() / 100 == 2 || told.status() == 409) {
                note(step.id(), told.id());
                made.put(step.id(), told.id());
                played++;
            } else {
                console.say("      " + step.id() + ": " + told.sentence());
            }
        }
        return played;
    }

    private static String resolved(String path, Map<String, String> made) {
        Matcher earlier = EARLIER.matcher(path);
        return earlier.replaceAll(name -> Matcher.quoteReplacement(made.getOrDefault(name.group(1), "absent")));
    }

    private Map<String, String> done() throws IOException {
        Map<String, String> made = new HashMap<>();
        if (Files.exists(notes)) {
            for (String line : Files.readAllLines(notes)) {
                String[] words = line.split(" ", 2);
                made.put(words[0], words.length > 1 ? words[1] : "");
            }
        }
        return made;
    }

    private void note(String step, String made) throws IOException {
        Files.writeString(notes, step + " " + made + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
