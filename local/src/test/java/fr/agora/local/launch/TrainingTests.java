package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTests {

    @TempDir
    Path root;

    private Home home;
    private Path app;
    private Training training;

    @BeforeEach
    void aServiceIsUnpacked() throws Exception {
        home = new Home(root);
        home.create();
        app = Files.createDirectories(home.apps().resolve("search"));
        training = new Training(home);
    }

    @Test
    void aServiceStartsWithoutACacheAndHasOneTheNextTime() throws Exception {
        Training.Lesson lesson = lesson("echo $LEARNT > app.aot.new");

        assertThat(training.cache(lesson)).doesNotExist();
        training.learn(lesson);

        assertThat(training.cache(lesson)).hasContent("by heart");
        assertThat(home.pidFile("training")).doesNotExist();
    }

    @Test
    void aTrainingThatFailsLeavesNothingHalfMade() throws Exception {
        Training.Lesson lesson = lesson("echo half > app.aot.new; echo no memory; exit 1");

        training.learn(lesson);

        assertThat(training.cache(lesson)).doesNotExist();
        assertThat(app.resolve("app.aot.new")).doesNotExist();
        assertThat(home.log("search-training")).hasContent("no memory");
    }

    @Test
    void whatIsKnownIsNotLearntAgain() throws Exception {
        Files.writeString(app.resolve("app.aot"), "known");

        training.learn(lesson("echo again > app.aot.new"));

        assertThat(app.resolve("app.aot")).hasContent("known");
    }

    private Training.Lesson lesson(String script) {
        return new Training.Lesson("search", app, List.of("sh", "-c", script), Map.of("LEARNT", "by heart"));
    }
}
