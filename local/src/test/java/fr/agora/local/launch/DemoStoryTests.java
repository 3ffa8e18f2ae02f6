package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.agora.local.launch.DemoStory.Step;
import fr.agora.local.launch.PlatformApi.Told;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStoryTests {

    private static final List<Step> ASKED_AND_ACCEPTED = List.of(
            new Step("demande", "hugo", "/demandes", "{}"),
            new Step("accord", "claire", "/demandes/{demande}/accord", ""));

    @TempDir
    private Path home;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<String> calls = new ArrayList<>();
    private final Deque<Told> answers = new ArrayDeque<>();

    @Test
    void aStepNamesWhatAnEarlierOneMade() throws Exception {
        answers.add(new Told(201, "rr-1", ""));
        answers.add(new Told(200, "rr-1", ""));

        assertThat(story(Duration.ZERO).play(ASKED_AND_ACCEPTED)).isEqualTo(2);

        assertThat(calls).containsExactly("hugo /demandes {}", "claire /demandes/rr-1/accord ");
    }

    @Test
    void anInterruptedStoryGoesOnWhereItStopped() throws Exception {
        answers.add(new Told(201, "rr-1", ""));
        assertThatThrownBy(() -> story(Duration.ZERO).play(ASKED_AND_ACCEPTED)).isInstanceOf(IOException.class);
        calls.clear();

        answers.add(new Told(200, "rr-1", ""));
        assertThat(story(Duration.ZERO).play(ASKED_AND_ACCEPTED)).isEqualTo(1);
        assertThat(story(Duration.ZERO).play(ASKED_AND_ACCEPTED)).isZero();

        assertThat(calls).containsExactly("claire /demandes/rr-1/accord ");
    }

    @Test
    void whoHasNotHeardYetIsAskedAgainAndAConflictSaysThatItIsSoAlready() throws Exception {
        answers.add(new Told(422, "", "membre inconnu"));
        answers.add(new Told(201, "rr-1", ""));
        answers.add(new Told(409, "", "déjà"));

        assertThat(story(Duration.ofMinutes(1)).play(ASKED_AND_ACCEPTED)).isEqualTo(2);

        assertThat(calls).hasSize(3);
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aRefusalIsShownAndStopsNothing() throws Exception {
        answers.add(new Told(422, "", "/demandes answered 422: text est obligatoire"));
        answers.add(new Told(404, "", "/demandes/absent/accord answered 404"));

        assertThat(story(Duration.ZERO).play(ASKED_AND_ACCEPTED)).isZero();

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("demande:", "text est obligatoire", "accord:");
    }

    private DemoStory story(Duration patience) {
        return new DemoStory(
                (account, path, body) -> {
                    calls.add(account + " " + path + " " + body);
                    if (answers.isEmpty()) {
                        throw new IOException("killed");
                    }
                    return answers.remove();
                },
                home.resolve("steps"),
                new Console(new PrintStream(shown, true, StandardCharsets.UTF_8), home.resolve("console.log")),
                Clock.systemUTC(),
                patience);
    }
}
