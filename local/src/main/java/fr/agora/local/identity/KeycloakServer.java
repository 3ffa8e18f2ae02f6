package fr.agora.local.identity;

import fr.agora.local.process.ChildProcess;
import fr.agora.local.process.ForeignMain;
import fr.agora.local.process.Http;
import fr.agora.local.process.Jdk;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Parts;
import fr.agora.local.process.Ports;
import fr.agora.local.process.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A real Keycloak on loopback ports, which knows the realms it was given. */
public final class KeycloakServer implements AutoCloseable {
    private static final String VERSION = "26.7.3";
    private static final Duration PREPARATION = Duration.ofMinutes(5);
    private static final Duration START = Duration.ofMinutes(3);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String ADMIN = "KC_BOOTSTRAP_ADMIN_USERNAME";
    private static final String ADMIN_PASSWORD = "KC_BOOTSTRAP_ADMIN_PASSWORD";

    private final ChildProcess process;
    private final URI uri;

    private KeycloakServer(ChildProcess process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    public static KeycloakServer start(
            Path directory, int httpPort, int managementPort, Path realmDirectory, Map<String, String> environment)
            throws IOException {
        return start(directory, httpPort, managementPort, realmDirectory, environment, Progress.SILENT);
    }

    /**
     * Starts on a directory that is made ready the first time, which takes half a minute more.
     *
     * @param realmDirectory the realm files ({@code *.json} and {@code demo/*.json}), {@code themes} and
     *     {@code password-blacklists}; when a file or a variable changes, the realms are brought to what the files say,
     *     and accounts stay
     * @param environment the variables the realm files name, {@code AGORA_IDENTITY_URL}, or without it {@code
     *     AGORA_PUBLIC_URL}, below which browsers see Keycloak at {@code /auth}, and its first administrator ({@code
     *     KC_BOOTSTRAP_ADMIN_…}), without whom a change makes the realms again and forgets the accounts
     * @throws PartFailed when it does not answer after three minutes, a port is taken or it is not unpacked
     */
    public static KeycloakServer start(
            Path directory,
            int httpPort,
            int managementPort,
            Path realmDirectory,
            Map<String, String> environment,
            Progress progress)
            throws IOException {
        for (int port : List.of(httpPort, managementPort)) {
            if (!Ports.isFree(port)) {
                throw new PartFailed("Keycloak cannot listen on port " + port + ": it is taken.");
            }
        }
        String publicUrl = environment.get("AGORA_PUBLIC_URL");
        if (publicUrl == null) {
            throw new PartFailed("Keycloak is not told AGORA_PUBLIC_URL, the address browsers see.");
        }
        Path own = directory.toAbsolutePath();
        ServerHome home = new ServerHome(own.resolve("server"));
        home.bring(Parts.find("keycloak-" + VERSION));
        home.configure(httpPort, managementPort, environment.getOrDefault("AGORA_IDENTITY_URL", publicUrl));
        ServerHome.Import realms = home.take(realmDirectory, environment, environment.containsKey(ADMIN));
        Path starter = ForeignMain.write(own.resolve("starter"));
        if (!home.isPrepared()) {
            try (ChildProcess preparation =
                    child("Keycloak's preparation", home, own, starter, environment, List.of("build"))) {
                preparation.awaitSuccess(PREPARATION, progress);
            }
            home.isNowPrepared();
        }
        ChildProcess process =
                child("Keycloak", home, own, starter, environment, List.of("start", "--optimized", "--import-realm"));
        try {
            URI uri = URI.create("http://127.0.0.1:" + httpPort + "/auth");
            URI ready = URI.create("http://127.0.0.1:" + managementPort + "/auth/health/ready");
            URI anyRealm = URI.create(uri + "/realms/master");
            process.await(() -> Http.answersOk(ready) && Http.answersOk(anyRealm), START, progress);
            if (realms.isKnown() && !realms.isDone()) {
                bringPatiently(process, realms, uri, environment);
            }
            realms.isNowDone();
            return new KeycloakServer(process, uri);
        } catch (PartFailed | IOException e) {
            process.close();
            throw e;
        }
    }

    /** Each step asks what is there first, so that the same again ends what a server that has just come up refused. */
    private static void bringPatiently(
            ChildProcess process, ServerHome.Import realms, URI uri, Map<String, String> environment)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                bring(realms, uri, environment);
                return;
            } catch (IOException refused) {
                if (attempt == ATTEMPTS || !process.isAlive()) {
                    throw refused;
                }
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw refused;
                }
            }
        }
    }

    private static void bring(ServerHome.Import realms, URI uri, Map<String, String> environment) throws IOException {
        String admin = environment.getOrDefault(ADMIN, "");
        String password = environment.getOrDefault(ADMIN_PASSWORD, "");
        for (Map.Entry<String, String> file : realms.files().entrySet()) {
            JsonNode now = KeycloakAdmin.JSON.readTree(file.getValue());
            if (file.getKey().endsWith("-realm.json")) {
                RealmUpdate.bring(uri, admin, password, now, environment);
            }
        }
        for (Map.Entry<String, String> file : realms.files().entrySet()) {
            String former = realms.former().get(file.getKey());
            if (!file.getKey().endsWith("-realm.json") && former != null) {
                RealmUpdate.newAccounts(
                        uri,
                        admin,
                        password,
                        KeycloakAdmin.JSON.readTree(file.getValue()),
                        KeycloakAdmin.JSON.readTree(former),
                        environment);
            }
        }
    }

    // not by its script, which stands between us and the JVM and outlives a kill
    private static ChildProcess child(
            String name,
            ServerHome home,
            Path own,
            Path starter,
            Map<String, String> environment,
            List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Jdk.java().toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dkc.home.dir=" + home.path(),
                "-Djboss.server.config.dir=" + home.path().resolve("conf"),
                "-cp",
                home.path().resolve("lib").resolve("quarkus-run.jar") + ":" + starter,
                ForeignMain.NAME,
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        line.addAll(arguments);
        return ChildProcess.start(new ChildProcess.Command(
                name, line, own, environment, own.resolve("keycloak.log"), own.resolve("keycloak.pid")));
    }

    /** Where services and the gateway reach it, {@code http://127.0.0.1:<port>/auth}. */
    public URI uri() {
        return uri;
    }

    public long pid() {
        return process.pid();
    }

    /** The process, for whoever watches or kills it. */
    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
