package fr.agora.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * One running platform for all stories, with the demo data, in a home of its own; stopped when the tests end. With
 * {@code -Dagora.port} and {@code -Dagora.home} the stories walk a platform that runs already, and leave it running.
 */
final class Agora {

    private static final Duration START = Duration.ofMinutes(10);
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path HOME =
            Path.of(System.getProperty("agora.home", "target/agora-home")).toAbsolutePath();

    private static Agora running;

    private final int port;
    private Path checkout;
    private Process supervisor;
    private final Map<String, Held> tokens = new ConcurrentHashMap<>();

    private Agora(int port, Path checkout) {
        this.port = port;
        this.checkout = checkout;
    }

    static synchronized Agora running() {
        if (running == null) {
            Integer port = Integer.getInteger("agora.port");
            running = port == null ? start(CHECKOUT) : new Agora(port, CHECKOUT);
        }
        return running;
    }

    /**
     * An empty platform of another checkout's programs, which were built there; later it goes on with those of this one.
     */
    static synchronized Agora of(Path checkout) throws IOException {
        emptied();
        running = start(checkout);
        return running;
    }

    /** No older program is to meet what a newer one left. */
    private static void emptied() throws IOException {
        if (Files.exists(HOME)) {
            try (Stream<Path> all = Files.walk(HOME)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static Agora start(Path checkout) {
        try {
            Agora agora = new Agora(freePort(), checkout);
            agora.supervise();
            Runtime.getRuntime().addShutdownHook(new Thread(agora::stop));
            agora.awaitReady();
            return agora;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void supervise() throws IOException {
        Files.createDirectories(HOME);
        supervisor = command("supervise")
                .redirectOutput(HOME.resolve("console.txt").toFile())
                .start();
    }

    private void awaitReady() throws IOException {
        Path console = HOME.resolve("console.txt");
        Awaitility.await("the platform to be ready, see " + console)
                .atMost(START)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !supervisor.isAlive() || Files.exists(HOME.resolve("run/ready")));
        if (!supervisor.isAlive()) {
            throw new IllegalStateException("The platform did not start:\n" + Files.readString(console));
        }
    }

    /** Whether these tests started it, and may forget it. */
    boolean isOurs() {
        return supervisor != null;
    }

    /** Stops everything, has that done, and starts again where it was. */
    void whileStopped(Runnable work) throws IOException {
        stop();
        tokens.clear();
        work.run();
        supervise();
        awaitReady();
    }

    /** Ends every part as a power cut would, and starts this checkout's programs on what is left. */
    void upgrade() throws IOException {
        for (JsonNode part : parts()) {
            run("kill", part.path("name").asString());
        }
        whileStopped(() -> checkout = CHECKOUT);
    }

    private ProcessBuilder command(String... arguments) {
        List<String> line = new ArrayList<>(List.of(checkout.resolve("agora").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(checkout.toFile()).redirectErrorStream(true);
        builder.environment().put("AGORA_HOME", HOME.toString());
        builder.environment().put("AGORA_PORT", String.valueOf(port));
        builder.environment().put("AGORA_INSTANCES", System.getProperty("agora.instances", "1"));
        builder.environment().put("AGORA_IDENTITY_URL", loginUrl(""));
        String secondFactor = System.getProperty("agora.step-up", "false");
        builder.environment().put("AGORA_STEP_UP", secondFactor);
        // the demo's moderators have no second factor to tell its story by
        builder.environment().put("AGORA_DEMO", String.valueOf(secondFactor.equals("false")));
        builder.environment().put("AGORA_TRACES_URL", Collector.running().address());
        builder.environment().put("AGORA_TRACES_SHARE", "1");
        return builder;
    }

    // below the ports systems hand out by themselves: the gateway comes back to its port after a kill
    private static int freePort() throws IOException {
        for (int attempt = 0; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_768);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                if (attempt == 100) {
                    throw taken;
                }
            }
        }
    }

    private void stop() {
        supervisor.destroy();
        try {
            if (!supervisor.waitFor(60, TimeUnit.SECONDS)) {
                supervisor.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the launcher's command printed; it must have gone well. */
    String run(String... arguments) {
        try {
            Process process = command(arguments).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("agora " + String.join(" ", arguments) + ": " + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Where the parts write what they say. */
    Path logs() {
        return HOME.resolve("log");
    }

    /** What the parts tell one another in confidence. */
    Path secrets() {
        return HOME.resolve("secrets.properties");
    }

    /** Where a part listens, as its supervisor tells. */
    URI part(String name) {
        return URI.create("http://127.0.0.1:" + told(name).path("port").asInt());
    }

    /** The process of a part; 0 while it has none. */
    long pidOf(String name) {
        return told(name).path("pid").asLong();
    }

    boolean hasPart(String name) {
        return parts().valueStream()
                .anyMatch(part -> part.path("name").asString("").equals(name));
    }

    private static JsonNode told(String name) {
        return parts().valueStream()
                .filter(part -> part.path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no part " + name));
    }

    /** Where the gateway tells its figures: the twentieth port of the block, whose seventeenth is the supervisor’s. */
    URI figuresOfTheGateway() {
        return URI.create("http://127.0.0.1:" + (Integer.parseInt(control()[0]) + 3));
    }

    private static String[] control() {
        try {
            return Files.readString(HOME.resolve("run/control")).strip().split(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parts() {
        String[] control = control();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control[0] + "/status"))
                .header("Authorization", "Bearer " + control[1])
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return Api.JSON.readTree(Api.send(request).body());
    }

    /** Every letter the mail catcher took, as it was sent. */
    String mails() {
        return Api.send(HttpRequest.newBuilder(part("mail").resolve("/mails.json"))
                        .build())
                .body();
    }

    int port() {
        return port;
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** An address of Keycloak's pages, which may have a host of their own: {@code -Dagora.login=127.0.0.1}. */
    String loginUrl(String path) {
        return "http://" + System.getProperty("agora.login", "localhost") + ":" + port + path;
    }

    URI uri(String path) {
        return URI.create(url(path));
    }

    Api as(String account) {
        return new Api(this, account == null ? null : token(account));
    }

    Api anonymous() {
        return new Api(this, null);
    }

    /** The next call as this account fetches a new token: the one at hand has run out. */
    void forget(String account) {
        tokens.remove(account);
    }

    private String token(String account) {
        return tokens.compute(
                        account,
                        (name, held) ->
                                held == null || held.isOld() ? new Held(run("token", name), System.nanoTime()) : held)
                .token();
    }

    /** A token lives for five minutes, and whoever takes one has three of them left. */
    private record Held(String token, long since) {

        boolean isOld() {
            return System.nanoTime() - since > Duration.ofMinutes(2).toNanos();
        }
    }
}
