package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.agora.local.process.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTests {

    @TempDir
    Path root;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private Home home;
    private ControlServer server;
    private int port;

    @BeforeEach
    void aSupervisorListens() throws Exception {
        home = new Home(root);
        home.create();
        port = Ports.free();
        Settings settings = Settings.from(
                Map.of("AGORA_PORT_BLOCK", Integer.toString(port - PortPlan.Use.CONTROL.ordinal())), root);
        Part part = new Part("jobs", "jobs-service", 4_242, root.resolve("jobs.log"), Part.Stage.SERVICES, progress -> {
            throw new AssertionError("not started here");
        });
        Supervisor supervisor =
                new Supervisor(List.of(part), new Console(System.out, home.log("agora")), Clock.systemUTC());
        server = new ControlServer(settings, home, supervisor, stopped::countDown);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCommandLearnsHowThePartsAre() throws Exception {
        List<PartStatus> status = new ControlClient(home).status();

        assertThat(status).hasSize(1);
        assertThat(StatusTable.of(status)).anyMatch(line -> line.matches("jobs +waiting +- +4242 +- +- +jobs-service"));
    }

    @Test
    void aCommandMayStopEverything() throws Exception {
        new ControlClient(home).stop();

        assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatTheSupervisorRefusesReachesTheCommandAsASentence() {
        assertThatThrownBy(() -> new ControlClient(home).change("kill", "jobs"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("Stopping jobs was turned away: it is not running");
    }

    @Test
    void whoeverCannotReadTheTokenIsTurnedAway() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest stop = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/stop"))
                    .header("Authorization", "Bearer guess")
                    .build();

            assertThat(client.send(stop, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(401);
            assertThat(stopped.getCount()).isEqualTo(1);
        }
    }

    @Test
    void withoutASupervisorTheCommandSaysSo() {
        server.close();

        assertThatThrownBy(() -> new ControlClient(home).status()).hasMessageContaining("is not running");
    }
}
