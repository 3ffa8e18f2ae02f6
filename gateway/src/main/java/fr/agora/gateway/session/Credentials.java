package fr.agora.gateway.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tokens Keycloak gave for one login; they stay between the gateway, its store and the services. */
public record Credentials(
        String accessToken,
        Instant accessExpires,
        @Nullable String refreshToken,
        @Nullable String idToken) {

    public boolean expireWithin(Duration margin, Instant now) {
        return now.plus(margin).isAfter(accessExpires);
    }

    @Override
    public String toString() {
        return "Credentials[accessExpires=" + accessExpires + "]";
    }
}
