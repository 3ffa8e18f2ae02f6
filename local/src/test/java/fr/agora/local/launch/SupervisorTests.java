package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.agora.local.launch.Part.Stage;
import fr.agora.local.launch.PartStatus.State;
import fr.agora.local.process.PartFailed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTests {

    @TempDir
    Path folder;

    private final List<String> story = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void partsStartStageByStageAndStopBackwards() throws Exception {
        Supervisor supervisor = supervisor(
                List.of(part("gateway", Stage.GATEWAY), part("store", Stage.GROUND), part("jobs", Stage.SERVICES)));

        supervisor.start();
        supervisor.stop();

        assertThat(story)
                .containsExactly(
                        "store starts", "jobs starts", "gateway starts", "gateway stops", "jobs stops", "store stops");
        assertThat(supervisor.status()).extracting(PartStatus::state).containsOnly(State.STOPPED);
    }

    @Test
    void aPartThatFailsEndsTheStartWithOneSentence() throws Exception {
        Path log = folder.resolve("jobs.log");
        Files.writeString(log, "java.net.BindException: Address already in use\n\tat java.base/x.Y.z(Y.java:1)\n");
        Part failing = new Part("jobs", "jobs-service", 1, log, Stage.SERVICES, progress -> {
            throw new PartFailed("jobs ended with status 1 while starting; see " + log + ", which ends with:\n  x");
        });
        Supervisor supervisor =
                supervisor(List.of(part("store", Stage.GROUND), failing, part("gateway", Stage.GATEWAY)));

        assertThatThrownBy(supervisor::start)
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("The part \"jobs\" could not be started: jobs ended with status 1 while starting."
                        + " Its last words: java.net.BindException: Address already in use");

        supervisor.stop();
        assertThat(story).containsExactly("store starts", "store stops");
    }

    @Test
    void aPartThatDiesIsToldAndCanBeStartedAgain() throws Exception {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Part search = new Part(
                "search",
                "search-service",
                1,
                folder.resolve("search.log"),
                Stage.SERVICES,
                progress -> running("search", end));
        Supervisor supervisor = supervisor(List.of(search));
        supervisor.start();

        end.complete(137);

        PartStatus status = supervisor.status().getFirst();
        assertThat(status.state()).isEqualTo(State.DIED);
        assertThat(status.note()).isEqualTo("ended by itself (exit code 137)");
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("The part \"search\" ended by itself (exit code 137)", "./agora start search");
    }

    @Test
    void aPartStoppedOnPurposeIsNoAccident() throws Exception {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Deque<CompletableFuture<Integer>> ends = new ArrayDeque<>(List.of(end, new CompletableFuture<>()));
        Part search = new Part(
                "search",
                "search-service",
                1,
                folder.resolve("search.log"),
                Stage.SERVICES,
                progress -> running("search", ends.removeFirst()));
        Supervisor supervisor = supervisor(List.of(search));
        supervisor.start();

        supervisor.killPart("search");
        end.complete(137);

        assertThat(supervisor.status().getFirst().note()).isEqualTo("killed by command");
        assertThat(screen.toString(StandardCharsets.UTF_8)).doesNotContain("ended by itself");
        supervisor.startPart("search");
        assertThatThrownBy(() -> supervisor.startPart("search")).hasMessageContaining("it is running or starting");
    }

    @Test
    void stoppingInTheMiddleOfTheStartEndsTheWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Part slow = new Part("index", "index", 1, folder.resolve("index.log"), Stage.GROUND, progress -> {
            begun.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError("never reached");
        });
        Supervisor supervisor = supervisor(List.of(slow));
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> {
            try {
                supervisor.start();
            } catch (LaunchFailure failure) {
                throw new IllegalStateException(failure);
            }
        });
        begun.await();

        supervisor.stop();

        assertThatThrownBy(start::join).hasMessageContaining("stopped while it was starting");
    }

    @Test
    void anUnknownPartIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(
                        () -> supervisor(List.of(part("store", Stage.GROUND))).stopPart("stroe"))
                .hasMessage("There is no part \"stroe\"; the parts are store.");
    }

    private Supervisor supervisor(List<Part> parts) {
        Console console =
                new Console(new PrintStream(screen, true, StandardCharsets.UTF_8), folder.resolve("agora.log"));
        return new Supervisor(parts, console, Clock.systemUTC());
    }

    private Part part(String name, Stage stage) {
        return new Part(name, name, 1, folder.resolve(name + ".log"), stage, progress -> {
            story.add(name + " starts");
            return running(name, new CompletableFuture<>());
        });
    }

    private Running running(String name, CompletableFuture<Integer> end) {
        return new Running() {
            @Override
            public long pid() {
                return 0;
            }

            @Override
            public CompletableFuture<Integer> onExit() {
                return end;
            }

            @Override
            public void stop() {
                story.add(name + " stops");
            }

            @Override
            public void kill() {
                story.add(name + " is killed");
            }
        };
    }
}
