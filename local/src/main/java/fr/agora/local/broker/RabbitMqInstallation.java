package fr.agora.local.broker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where RabbitMQ's own start script and Erlang's name server are on this machine. */
record RabbitMqInstallation(Path server, Path epmd) {
    private static final String SCRIPT = "rabbitmq-server";
    // Debian's command on the path switches user and drops the environment: the script behind it does neither
    private static final Path DEBIAN = Path.of("/usr/lib/rabbitmq/lib");

    static Optional<RabbitMqInstallation> find() {
        return Stream.concat(onPath(SCRIPT), debian())
                // a link of this name may lead to that wrapper, which calls itself when run under its own name
                .filter(script -> script.endsWith(SCRIPT) && Files.isRegularFile(script.resolveSibling("rabbitmq-env")))
                .findFirst()
                .flatMap(script -> onPath("epmd").findFirst().map(epmd -> new RabbitMqInstallation(script, epmd)));
    }

    private static Stream<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(RabbitMqInstallation::real);
    }

    private static Stream<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.of();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return List.copyOf(versions.map(version -> version.resolve("sbin").resolve(SCRIPT))
                            .filter(Files::isExecutable)
                            .toList())
                    .stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static Path real(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            return link;
        }
    }
}
