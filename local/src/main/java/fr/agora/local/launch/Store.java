package fr.agora.local.launch;

import fr.agora.local.launch.Part.Stage;
import fr.agora.local.launch.PortPlan.Use;
import fr.agora.local.launch.Settings.StoreChoice;
import fr.agora.local.process.ChildProcess;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Ports;
import fr.agora.local.process.Progress;
import fr.agora.local.store.StoreMain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where documents are kept: the server of {@code SPRING_MONGODB_URI}, else a mongod, else the embedded store. */
sealed interface Store {

    /** The process to run, if it is ours to run. */
    Optional<Part> part();

    String uri(String database);

    default Map<String, String> settings(String database) {
        return Map.of("SPRING_MONGODB_URI", uri(database));
    }

    static Store chosen(Settings settings, Home home) throws LaunchFailure {
        Optional<String> configured = settings.variable("SPRING_MONGODB_URI");
        if (configured.isPresent()) {
            return new Configured(new MongoUri(configured.get()));
        }
        Optional<Path> mongod = OnPath.find("mongod", settings.environment());
        if (settings.store() == StoreChoice.MONGOD && mongod.isEmpty()) {
            throw new LaunchFailure(new LaunchFailure.WrongSetting(
                    "AGORA_STORE", "mongod", "embedded here, since no mongod is on the PATH"));
        }
        return mongod.isPresent() && settings.store() != StoreChoice.EMBEDDED
                ? new Mongod(mongod.get(), settings, home)
                : new Embedded(settings, home);
    }

    /** Somebody else's server. */
    record Configured(MongoUri server) implements Store {
        @Override
        public Optional<Part> part() {
            return Optional.empty();
        }

        @Override
        public String uri(String database) {
            return server.database(database);
        }
    }

    /** A real mongod of this machine as a child. */
    record Mongod(Path program, Settings settings, Home home) implements Store {
        @Override
        public Optional<Part> part() {
            return Optional.of(
                    new Part("store", "MongoDB (mongod)", port(), home.log("store"), Stage.GROUND, this::start));
        }

        private Running start(Progress progress) {
            Path data = home.data("mongod");
            return startChild(
                    home,
                    data,
                    List.of(
                            program.toString(),
                            "--dbpath",
                            data.toString(),
                            "--bind_ip",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port()),
                            "--wiredTigerCacheSizeGB",
                            "0.25"),
                    List.of(port()),
                    settings.startPatience(),
                    progress);
        }

        private int port() {
            return settings.ports().of(Use.GATEWAY_STORE);
        }

        @Override
        public String uri(String database) {
            return "mongodb://127.0.0.1:" + port() + "/" + database;
        }
    }

    /** The embedded store: one JVM, and one port and one file for each database. */
    record Embedded(Settings settings, Home home) implements Store {

        private static final Map<String, Use> DATABASES = Map.of(
                "agora_gateway", Use.GATEWAY_STORE,
                "agora_directory", Use.DIRECTORY_STORE,
                "agora_projects", Use.PROJECTS_STORE,
                "agora_jobs", Use.JOBS_STORE,
                "agora_search", Use.SEARCH_STORE);

        @Override
        public Optional<Part> part() {
            return Optional.of(new Part(
                    "store",
                    "embedded document store",
                    settings.ports().of(Use.GATEWAY_STORE),
                    home.log("store"),
                    Stage.GROUND,
                    this::start));
        }

        private Running start(Progress progress) {
            Path data = home.data("store");
            List<String> line = new ArrayList<>(ChildJvm.of(StoreMain.class, "256m"));
            List<Integer> ports = new ArrayList<>();
            DATABASES.forEach((database, use) -> {
                int port = settings.ports().of(use);
                ports.add(port);
                line.add(database + ":" + port + ":" + data.resolve(database + ".mv"));
            });
            return startChild(home, data, line, ports, settings.startPatience(), progress);
        }

        @Override
        public String uri(String database) {
            Use use = DATABASES.get(database);
            if (use == null) {
                throw new IllegalArgumentException("No port is planned for the database " + database);
            }
            return "mongodb://127.0.0.1:" + settings.ports().of(use) + "/" + database;
        }
    }

    private static Running startChild(
            Home home, Path data, List<String> line, List<Integer> ports, Duration patience, Progress progress) {
        ChildProcess child = ChildProcess.start(new ChildProcess.Command(
                "store", line, data, Map.of("MALLOC_ARENA_MAX", "2"), home.log("store"), home.pidFile("store")));
        try {
            child.await(() -> Stream.of(ports.toArray(Integer[]::new)).allMatch(Ports::answers), patience, progress);
            return Running.of(child);
        } catch (PartFailed failed) {
            child.close();
            throw failed;
        }
    }
}
