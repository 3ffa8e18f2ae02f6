package fr.agora.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.local.broker.BrokerMain;
import fr.agora.local.store.StoreMain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The store and the broker as processes of their own. */
@Timeout(240)
class MainsTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int TERMINATED = 128 + 15;

    enum Part {
        STORE(StoreMain.class) {
            @Override
            List<String> told(Path directory, int port) {
                return List.of("agora_jobs:" + port + ":" + directory.resolve("jobs.mv"));
            }
        },
        BROKER(BrokerMain.class) {
            @Override
            List<String> told(Path directory, int port) {
                return List.of(directory.toString(), Integer.toString(port));
            }
        };

        private final String main;

        Part(Class<?> main) {
            this.main = main.getName();
        }

        abstract List<String> told(Path directory, int port);
    }

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void aPartDiesWithItsParent(Part part) throws Exception {
        int port = Ports.free();
        List<Object> arguments = new ArrayList<>(List.of(directory, part.main));
        arguments.addAll(part.told(directory, port));
        try (ParentJvm parent = ParentJvm.of(MainParent.class, arguments.toArray())) {
            assertThat(Ports.answers(port)).isTrue();

            parent.kill();

            assertThat(parent.child().onExit()).succeedsWithin(SOON);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatIsReadyAnswersAndASignalStopsIt(Part part) throws IOException {
        int port = Ports.free();
        ChildProcess child = MainParent.start(directory, part.main, part.told(directory, port));
        assertThat(Ports.answers(port)).isTrue();

        child.close();

        assertThat(child.onExit()).succeedsWithin(SOON).isEqualTo(TERMINATED);
        assertThat(Ports.answers(port)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aSecondOneOnTheSameFilesRefusesToStart(Part part) throws IOException {
        try (ChildProcess first = MainParent.start(directory, part.main, part.told(directory, Ports.free()))) {
            assertThat(first.isAlive()).isTrue();
            ChildProcess second = ChildProcess.start(new ChildProcess.Command(
                    "second", line(part, Ports.free()), directory, Map.of(), directory.resolve("second.log"), null));

            assertThat(second.onExit()).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(1);
            assertThat(second.lastLines(1).getFirst())
                    .contains(directory.toString())
                    .doesNotContain("\tat ");
            assertThat(first.isAlive()).isTrue();
        }
    }

    private List<String> line(Part part, int port) {
        List<String> line = new ArrayList<>(
                List.of(Jdk.java().toString(), "-Xmx128m", "-cp", System.getProperty("java.class.path"), part.main));
        line.addAll(part.told(directory, port));
        return line;
    }
}
