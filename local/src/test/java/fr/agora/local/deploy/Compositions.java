package fr.agora.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;

/** The files a deployment with compose is made of, read anew for each test. */
abstract class Compositions {

    final Path checkout = Path.of("..").toAbsolutePath().normalize();
    Composition compose;
    Composition demoCompose;
    String image;

    @BeforeEach
    void read() throws IOException {
        compose = Composition.read(checkout.resolve("docker-compose.yml"));
        demoCompose = Composition.read(checkout.resolve("docker-compose.demo.yml"));
        image = Files.readString(checkout.resolve("Dockerfile"));
    }
}
