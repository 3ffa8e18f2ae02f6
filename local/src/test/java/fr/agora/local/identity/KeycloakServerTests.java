package fr.agora.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.agora.local.process.ParentJvm;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KeycloakServerTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Map<String, String> ENVIRONMENT =
            Map.of("AGORA_PUBLIC_URL", "http://localhost:8080", "VILLAGE_SECRET", "a-secret-of-the-village");

    private final HttpClient client = HttpClient.newHttpClient();

    /** One for all tests, as a developer has: it is prepared once. */
    @TempDir
    static Path directory;

    @TempDir
    static Path realms;

    @BeforeAll
    static void writeARealm() throws IOException {
        Files.writeString(realms.resolve("village-realm.json"), """
                {"realm": "village", "enabled": true, "sslRequired": "none", "loginTheme": "village",
                 "clients": [{"clientId": "bakery", "enabled": true, "directAccessGrantsEnabled": true,
                              "secret": "${VILLAGE_SECRET}"}]}
                """);
        Files.createDirectories(realms.resolve("demo"));
        Files.writeString(realms.resolve("demo/village-users-0.json"), """
                {"realm": "village", "users": [{"username": "amina", "email": "amina@village.exemple", "enabled": true,
                 "firstName": "Amina", "lastName": "Diallo",
                 "credentials": [{"type": "password", "value": "${VILLAGE_SECRET}"}]}]}
                """);
        Path theme = Files.createDirectories(realms.resolve("themes/village/login"));
        Files.writeString(theme.resolve("theme.properties"), "parent=keycloak.v2\n");
    }

    @Test
    void aPersonOfTheRealmGetsATokenWhoseIssuerIsThePublicAddress() throws Exception {
        try (KeycloakServer server = start(ENVIRONMENT)) {
            assertThat(token(server, "a-secret-of-the-village")).contains("access_token");
            assertThat(get(server.uri() + "/realms/village/.well-known/openid-configuration"))
                    .contains("\"issuer\":\"http://localhost:8080/auth/realms/village\"");
        }
    }

    @Test
    void aSecondStartPreparesNothingAndKnowsWhomItKnew() throws Exception {
        KeycloakServer first = start(ENVIRONMENT);
        first.close();
        assertThat(first.process().isAlive()).isFalse();
        assertThat(Ports.answers(first.uri().getPort())).isFalse();
        Path prepared = directory.resolve("server/prepared");
        Path database = directory.resolve("server/data/h2");
        var before = Files.getLastModifiedTime(prepared);
        Object identity = Files.readAttributes(database, "fileKey").get("fileKey");

        try (KeycloakServer second = start(ENVIRONMENT)) {
            assertThat(token(second, "a-secret-of-the-village")).contains("access_token");
        }

        assertThat(Files.getLastModifiedTime(prepared)).isEqualTo(before);
        assertThat(Files.readAttributes(database, "fileKey").get("fileKey")).isEqualTo(identity);
    }

    @Test
    void aVariableThatChangesReachesTheRealm() throws Exception {
        start(ENVIRONMENT).close();

        try (KeycloakServer server =
                start(Map.of("AGORA_PUBLIC_URL", "http://localhost:9090", "VILLAGE_SECRET", "the-mayor-changed-it"))) {
            assertThat(token(server, "a-secret-of-the-village")).contains("unauthorized_client");
            assertThat(token(server, "the-mayor-changed-it")).contains("access_token");
        }
    }

    @Test
    void keycloakDiesWithItsParent() throws Exception {
        try (ParentJvm parent = ParentJvm.of(KeycloakParent.class, directory, realms)) {
            parent.kill();

            assertThat(parent.child().onExit()).succeedsWithin(SOON);
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> KeycloakServer.start(directory, Ports.free(), port, realms, ENVIRONMENT))
                    .isInstanceOf(PartFailed.class)
                    .hasMessage("Keycloak cannot listen on port " + port + ": it is taken.");
        }
    }

    private KeycloakServer start(Map<String, String> environment) throws IOException {
        return KeycloakServer.start(directory, Ports.free(), Ports.free(), realms, environment);
    }

    private String token(KeycloakServer server, String secret) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=bakery&username=amina&scope=openid&client_secret=" + secret
                + "&password=" + secret;
        return send(HttpRequest.newBuilder(URI.create(server.uri() + "/realms/village/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String get(String uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(uri)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
