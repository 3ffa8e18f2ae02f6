package fr.agora.directory.identity;

import java.time.Clock;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The token of the directory's own client, asked for again shortly before it ends. */
final class KeycloakTokens {

    private static final long MARGIN_SECONDS = 15;

    private final RestClient http;
    private final AccountSettings settings;
    private final Clock clock;
    private String token = "";
    private Instant ends = Instant.EPOCH;

    KeycloakTokens(RestClient http, AccountSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    synchronized String bearer() {
        if (!clock.instant().isBefore(ends)) {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            form.add("grant_type", "client_credentials");
            form.add("client_id", "agora-directory");
            form.add("client_secret", settings.clientSecret());
            JsonNode answer = http.post()
                    .uri("/auth/realms/agora/protocol/openid-connect/token")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(JsonNode.class);
            if (answer == null) {
                throw new IllegalStateException("The identity server gave no token");
            }
            token = answer.path("access_token").asString();
            ends = clock.instant().plusSeconds(answer.path("expires_in").asLong(60) - MARGIN_SECONDS);
        }
        return "Bearer " + token;
    }
}
