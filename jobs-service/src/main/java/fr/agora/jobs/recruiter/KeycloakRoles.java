package fr.agora.jobs.recruiter;

import fr.agora.platform.tls.InsideLines;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's admin API, as far as the one realm role of recruiters needs it: four calls, see ADR 30. */
@Component
class KeycloakRoles implements IdentityRoles {

    private static final String ROLE = "recruiter";
    private static final int LARGEST_ANSWER = 200_000;

    private final IdentitySettings settings;
    private final HttpClient client;
    private final JsonMapper json = JsonMapper.shared();

    KeycloakRoles(IdentitySettings settings, InsideLines lines) {
        this.settings = settings;
        this.client = lines.http().connectTimeout(settings.timeout()).build();
    }

    @Override
    public void give(String account) {
        String token = token();
        // an account that is gone has no role to be given
        find(token, account, "/available").ifPresent(role -> change("POST", token, account, role));
    }

    @Override
    public void takeBack(String account) {
        String token = token();
        find(token, account, "").ifPresent(role -> change("DELETE", token, account, role));
    }

    private String token() {
        if (!settings.isOn()) {
            throw new IdentityUnavailable("no admin client is configured");
        }
        BodyPublisher form = BodyPublishers.ofString("grant_type=client_credentials&client_id="
                + encoded(settings.clientId()) + "&client_secret=" + encoded(settings.clientSecret()));
        HttpResponse<byte[]> answer = send(
                HttpRequest.newBuilder(address("/realms/" + settings.realm() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(form),
                "token");
        String token = read(answer).path("access_token").asString("");
        if (answer.statusCode() != 200 || token.isEmpty()) {
            throw new IdentityUnavailable("token refused, status " + answer.statusCode());
        }
        return token;
    }

    /** The role as the server describes it, among those the account has, or might still be given. */
    private Optional<String> find(String token, String account, String which) {
        HttpResponse<byte[]> answer = send(authorized(token, account, which).GET(), "roles");
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new IdentityUnavailable("roles not read, status " + answer.statusCode());
        }
        for (JsonNode role : read(answer)) {
            if (ROLE.equals(role.path("name").asString(""))) {
                return Optional.of("[" + role + "]");
            }
        }
        return Optional.empty();
    }

    private void change(String method, String token, String account, String role) {
        HttpResponse<byte[]> answer = send(
                authorized(token, account, "")
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(role)),
                "change");
        if (answer.statusCode() != 204 && answer.statusCode() != 404) {
            throw new IdentityUnavailable("role not changed, status " + answer.statusCode());
        }
    }

    private HttpRequest.Builder authorized(String token, String account, String which) {
        return HttpRequest.newBuilder(address("/admin/realms/" + settings.realm() + "/users/" + encoded(account)
                        + "/role-mappings/realm" + which))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String what) {
        try {
            return client.send(
                    request.timeout(settings.timeout())
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        } catch (IOException unavailable) {
            throw new IdentityUnavailable(what + ": " + unavailable.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IdentityUnavailable(what + ": interrupted");
        }
    }

    private JsonNode read(HttpResponse<byte[]> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException nonsense) {
            throw new IdentityUnavailable("no JSON, status " + answer.statusCode());
        }
    }

    private URI address(String path) {
        return URI.create(settings.url() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
