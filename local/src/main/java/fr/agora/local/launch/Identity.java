package fr.agora.local.launch;

import java.util.Optional;

/** Keycloak. */
record Identity(Settings settings, Home home, Secrets secrets) {

    Optional<Part> part() {
        return Optional.empty();
    }

    String uri() {
        return settings.ports().uri(PortPlan.Use.IDENTITY);
    }

    String keys() {
        return uri() + "/auth/realms/agora/protocol/openid-connect/certs";
    }
}
