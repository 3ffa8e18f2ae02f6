package fr.agora.local.identity;

import fr.agora.local.process.ParentJvm;
import fr.agora.local.process.Ports;
import java.io.IOException;
import java.nio.file.Path;

/** Starts Keycloak and waits to be killed. */
final class KeycloakParent {
    public static void main(String[] arguments) throws IOException {
        KeycloakServer server = KeycloakServer.start(
                Path.of(arguments[0]),
                Ports.free(),
                Ports.free(),
                Path.of(arguments[1]),
                KeycloakServerTests.environment("http://localhost:8080", "another-secret"));
        ParentJvm.startedThenLive(server.pid());
    }
}
