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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KeycloakServerTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Map<String, String> ENVIRONMENT =
            environment("http://localhost:8080", "a-secret-of-the-village");

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
                 "passwordPolicy": "length(3) and passwordBlacklist(agora.txt)",
                 "requiredActions": [{"alias": "UPDATE_PROFILE", "name": "Update Profile",
                                      "providerId": "UPDATE_PROFILE", "enabled": true, "priority": 40}],
                 "clients": [{"clientId": "bakery", "enabled": true, "directAccessGrantsEnabled": true,
                              "secret": "${VILLAGE_SECRET}"}]}
                """);
        Path refused = Files.createDirectories(realms.resolve("password-blacklists"));
        Files.copy(Path.of("../infra/keycloak/password-blacklists/agora.txt"), refused.resolve("agora.txt"));
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
    void whatChangesInTheFilesReachesTheRealmAndAccountsStay(@TempDir Path later) throws Exception {
        Map<String, String> changed = new HashMap<>(environment("http://localhost:9090", "the-mayor-changed-it"));
        changed.put("AGORA_IDENTITY_URL", "http://login.localhost:9090");
        Files.writeString(later.resolve("village-realm.json"), """
                {"realm": "village", "enabled": true, "sslRequired": "none", "loginTheme": "village",
                 "roles": {"realm": [{"name": "miller"}]},
                 "requiredActions": [
                   {"alias": "UPDATE_PROFILE", "name": "Update Profile", "providerId": "UPDATE_PROFILE",
                    "enabled": false},
                   {"alias": "UPDATE_PASSWORD", "name": "Update Password", "providerId": "UPDATE_PASSWORD",
                    "enabled": true, "config": {"max_auth_age": "0"}}],
                 "clients": [{"clientId": "bakery", "enabled": true, "directAccessGrantsEnabled": true,
                              "fullScopeAllowed": false, "secret": "${VILLAGE_SECRET}", "protocolMappers": [
                                {"name": "street", "protocol": "openid-connect",
                                 "protocolMapper": "oidc-hardcoded-claim-mapper", "config": {"claim.name": "street",
                                 "claim.value": "${STREET:the ${VILLAGE_SECRET} road}", "access.token.claim": "true"}}]},
                             {"clientId": "mill", "enabled": true, "serviceAccountsEnabled": true,
                              "fullScopeAllowed": false, "secret": "${VILLAGE_SECRET}"}],
                 "scopeMappings": [{"client": "mill", "roles": ["miller"]}],
                 "components": {"org.keycloak.keys.KeyProvider": [{"name": "longer", "providerId": "rsa-generated",
                                "config": {"keySize": ["3072"], "priority": ["1000"]}}]},
                 "users": [{"username": "service-account-mill", "serviceAccountClientId": "mill",
                            "realmRoles": ["miller"]}]}
                """);
        Files.createDirectories(later.resolve("demo"));
        Files.writeString(
                later.resolve("demo/village-users-0.json"), """
                {"realm": "village", "users": [%s, %s]}
                """.formatted(account("amina"), account("bruno")));
        String signedBy;
        try (KeycloakServer server = start(ENVIRONMENT)) {
            signedBy = part(token(server, "a-secret-of-the-village"), 0);
            KeycloakAdmin admin = new KeycloakAdmin(server.uri(), "village", "mayor", "chain");
            admin.post("/users", KeycloakAdmin.JSON.readTree(account("by-hand").replace("${VILLAGE_SECRET}", "own")));
        }

        try (KeycloakServer server = KeycloakServer.start(directory, Ports.free(), Ports.free(), later, changed)) {
            assertThat(token(server, "a-secret-of-the-village", "amina", "a-secret-of-the-village"))
                    .contains("unauthorized_client");
            assertThat(claims(token(server, "the-mayor-changed-it", "amina", "a-secret-of-the-village")))
                    .contains("\"street\":\"the the-mayor-changed-it road\"")
                    .contains("\"iss\":\"http://login.localhost:9090/auth/realms/village\"");
            assertThat(token(server, "the-mayor-changed-it", "by-hand", "own")).contains("access_token");
            assertThat(token(server, "the-mayor-changed-it", "bruno", "the-mayor-changed-it"))
                    .contains("access_token");
            assertThat(claims(send(form(
                            server,
                            "grant_type=client_credentials&client_id=mill&client_secret=the-mayor-changed-it"))))
                    .contains("miller");
            KeycloakAdmin admin = new KeycloakAdmin(server.uri(), "village", "mayor", "chain");
            assertThat(admin.get("/authentication/required-actions/UPDATE_PROFILE")
                            .path("enabled")
                            .asBoolean(true))
                    .isFalse();
            assertThat(admin.get("/authentication/required-actions/UPDATE_PASSWORD")
                            .at("/config/max_auth_age")
                            .asString())
                    .isEqualTo("0");
            // else every session would end
            assertThat(part(token(server, "the-mayor-changed-it", "by-hand", "own"), 0))
                    .isEqualTo(signedBy);
        }
    }

    @Test
    void aPasswordOfTheListIsRefusedHoweverItsLettersAreWritten() throws Exception {
        try (KeycloakServer server = start(ENVIRONMENT)) {
            KeycloakAdmin admin = new KeycloakAdmin(server.uri(), "village", "mayor", "chain");

            for (String guessable : List.of("MotDePasse2026!", "datagouv-datalab", "@dministr@teur2026")) {
                assertThatThrownBy(() -> admin.post("/users", withPassword("claire", guessable)))
                        .as(guessable)
                        .hasMessageContaining("Keycloak answered 400");
            }
            admin.post("/users", withPassword("claire", "une brouette pleine de neige"));
            assertThat(token(server, "a-secret-of-the-village", "claire", "une+brouette+pleine+de+neige"))
                    .contains("access_token");
        }
    }

    private static JsonNode withPassword(String name, String password) {
        return KeycloakAdmin.JSON.readTree(account(name).replace("${VILLAGE_SECRET}", password));
    }

    private static String account(String name) {
        return """
                {"username": "%1$s", "email": "%1$s@village.exemple", "enabled": true, "firstName": "%1$s",
                 "lastName": "Diallo", "credentials": [{"type": "password", "value": "${VILLAGE_SECRET}"}]}
                """.formatted(name);
    }

    private static String claims(String answer) {
        return part(answer, 1);
    }

    /** The header of an access token, or its claims. */
    private static String part(String answer, int number) {
        String token = KeycloakAdmin.JSON.readTree(answer).path("access_token").asString("");
        assertThat(token).as(answer).isNotEmpty();
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[number]), StandardCharsets.UTF_8);
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
        return token(server, secret, "amina", secret);
    }

    private String token(KeycloakServer server, String secret, String account, String password)
            throws IOException, InterruptedException {
        return send(form(
                server,
                "grant_type=password&client_id=bakery&scope=openid&username=" + account + "&client_secret=" + secret
                        + "&password=" + password));
    }

    private static HttpRequest.Builder form(KeycloakServer server, String form) {
        return HttpRequest.newBuilder(URI.create(server.uri() + "/realms/village/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    static Map<String, String> environment(String publicUrl, String secret) {
        return Map.of(
                "AGORA_PUBLIC_URL",
                publicUrl,
                "VILLAGE_SECRET",
                secret,
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "mayor",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                "chain");
    }

    private String get(String uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(uri)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
