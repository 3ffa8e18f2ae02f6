package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.local.process.PidFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTests {

    @TempDir
    Path root;

    private Process left;

    @BeforeEach
    void aProcessOfAnEarlierRunIsStillThere() throws Exception {
        left = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void nothingSurvives() {
        left.destroyForcibly();
    }

    @Test
    void aProcessLeftByAKilledSupervisorIsEnded() throws Exception {
        Home home = new Home(root);
        home.create();
        new PidFile(home.pidFile("search")).write(left.toHandle());

        assertThat(Leftovers.clear(home)).isEqualTo(1);

        assertThat(left.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(home.pidFile("search")).doesNotExist();
    }

    @Test
    void aProcessThatMerelyHasTheSameNumberIsLeftAlone() throws Exception {
        Home home = new Home(root);
        home.create();
        Files.writeString(home.pidFile("search"), left.pid() + " 2020-01-01T00:00:00Z\n");

        assertThat(Leftovers.clear(home)).isZero();

        assertThat(left.isAlive()).isTrue();
    }

    @Test
    void aGarbledFileEndsNobody() throws Exception {
        Home home = new Home(root);
        home.create();
        Files.writeString(home.pidFile("search"), "no number");

        assertThat(Leftovers.clear(home)).isZero();
    }
}
