package fr.agora.local.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's own API for whoever administers it, one realm of it. */
final class KeycloakAdmin {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    // half a token's life
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI keycloak;
    private final String realm;
    private final String form;
    private String token = "";
    private long since;

    KeycloakAdmin(URI keycloak, String realm, String name, String password) {
        this.keycloak = keycloak;
        this.realm = "/admin/realms/" + realm;
        this.form =
                "grant_type=password&client_id=admin-cli&username=" + encoded(name) + "&password=" + encoded(password);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) throws IOException {
        return found(path).orElseThrow(() -> new IOException("Keycloak has no " + path));
    }

    /** Absent where there is nothing. */
    Optional<JsonNode> found(String path) throws IOException {
        HttpResponse<String> answer = send("GET", path, null);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(JSON.readTree(answer.body()));
    }

    void post(String path, JsonNode body) throws IOException {
        send("POST", path, body);
    }

    void put(String path, JsonNode body) throws IOException {
        send("PUT", path, body);
    }

    void delete(String path, JsonNode body) throws IOException {
        send("DELETE", path, body);
    }

    private HttpResponse<String> send(String method, String path, @Nullable JsonNode body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(keycloak + realm + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() / 100 != 2 && !(method.equals("GET") && answer.statusCode() == 404)) {
            throw new IOException(
                    "Keycloak answered " + answer.statusCode() + " to " + method + " " + path + ": " + answer.body());
        }
        return answer;
    }

    private String token() throws IOException {
        if (!token.isEmpty() && System.nanoTime() - since < FRESH.toNanos()) {
            return token;
        }
        since = System.nanoTime();
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak does not know its administrator: " + answer.statusCode());
        }
        token = JSON.readTree(answer.body()).path("access_token").asString("");
        return token;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
