package fr.agora.acceptance;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the administrator of Keycloak does in its console, on the inside network. */
final class IdentityConsole {

    private static final Pattern PORT = Pattern.compile("^identity +\\w+ +\\d+ +(\\d+)", Pattern.MULTILINE);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;
    private final Properties secrets = new Properties();

    IdentityConsole(Agora agora) {
        Matcher port = PORT.matcher(agora.run("status"));
        if (!port.find()) {
            throw new IllegalStateException("Keycloak is not in the table");
        }
        address = "http://127.0.0.1:" + port.group(1) + "/auth";
        try (Reader reader = Files.newBufferedReader(agora.secrets())) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void setEnabled(String userName, boolean enabled) {
        ObjectNode user = (ObjectNode) user(userName);
        user.put("enabled", enabled);
        String path = "/admin/realms/agora/users/" + user.path("id").asString();
        send(administrator(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(user.toString())));
    }

    JsonNode user(String userName) {
        return Api.JSON
                .readTree(send(administrator("/admin/realms/agora/users?exact=true&username=" + userName)))
                .path(0);
    }

    /** An account whose password is the demo's, made anew. */
    void create(String userName, @Nullable String organization, String... roles) {
        remove(userName);
        String[] names = userName.split("\\.");
        ObjectNode user = Api.JSON
                .createObjectNode()
                .put("username", userName)
                .put("enabled", true)
                .put("firstName", capital(names[1]))
                .put("lastName", capital(names[0]))
                .put("email", userName + "@essai.exemple")
                .put("emailVerified", true);
        if (organization != null) {
            user.putObject("attributes").putArray("organization").add(organization);
        }
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", "demo")
                .put("temporary", false);
        post("/admin/realms/agora/users", user);
        ArrayNode given = Api.JSON.createArrayNode();
        for (String role : roles) {
            given.add(Api.JSON.readTree(send(administrator("/admin/realms/agora/roles/" + role))));
        }
        post("/admin/realms/agora/users/" + user(userName).path("id").asString() + "/role-mappings/realm", given);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The way browsers do not know: below it the realms are. */
    String address() {
        return address;
    }

    JsonNode read(String path) {
        return Api.JSON.readTree(send(administrator(path)));
    }

    void put(String path, JsonNode body) {
        send(administrator(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    void delete(String path) {
        send(administrator(path).DELETE());
    }

    void removeRealm(String name) {
        for (JsonNode realm : read("/admin/realms?briefRepresentation=true")) {
            if (realm.path("realm").asString().equals(name)) {
                delete("/admin/realms/" + name);
            }
        }
    }

    void setPassword(String userName, String password) {
        put(
                "/admin/realms/agora/users/" + user(userName).path("id").asString() + "/reset-password",
                Api.JSON
                        .createObjectNode()
                        .put("type", "password")
                        .put("value", password)
                        .put("temporary", false));
    }

    /** What the account has to do at its next login. */
    void require(String userName, String action) {
        ObjectNode user = (ObjectNode) user(userName);
        user.putArray("requiredActions").add(action);
        put("/admin/realms/agora/users/" + user.path("id").asString(), user);
    }

    /** The identity providers by which the account is reached too. */
    JsonNode links(String userName) {
        return read("/admin/realms/agora/users/" + user(userName).path("id").asString() + "/federated-identity");
    }

    /** How many logins of the account Keycloak knows. */
    int sessions(String userName) {
        return read("/admin/realms/agora/users/" + user(userName).path("id").asString() + "/sessions")
                .size();
    }

    /** « Unlock user ». */
    void forgetGuesses(String userName) {
        delete("/admin/realms/agora/attack-detection/brute-force/users/"
                + user(userName).path("id").asString());
    }

    /** « Sign out all sessions ». */
    void logOut(String userName) {
        post(
                "/admin/realms/agora/users/" + user(userName).path("id").asString() + "/logout",
                Api.JSON.createObjectNode());
    }

    void post(String path, JsonNode body) {
        send(administrator(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    void remove(String userName) {
        String id = user(userName).path("id").asString("");
        if (!id.isEmpty()) {
            send(administrator("/admin/realms/agora/users/" + id).DELETE());
        }
    }

    /** The token of the program that tends the accounts of one organisation. */
    String scimToken() {
        return token(
                "agora",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "agora-scim",
                        "client_secret", secrets.getProperty("scim.client")));
    }

    private HttpRequest.Builder administrator(String path) {
        String token = token(
                "master",
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", secrets.getProperty("identity.admin")));
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    private String token(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Api.JSON
                .readTree(send(HttpRequest.newBuilder(
                                URI.create(address + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))))
                .path("access_token")
                .asString();
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
