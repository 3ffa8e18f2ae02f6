package fr.agora.local.launch;

import fr.agora.local.identity.KeycloakServer;
import fr.agora.local.launch.PortPlan.Use;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who people are: one Keycloak with the realm of the checkout and its demo accounts. */
record Identity(Settings settings, Home home, Secrets secrets) {

    Optional<Part> part() {
        return Optional.of(new Part(
                "identity",
                "Keycloak",
                settings.ports().of(Use.IDENTITY),
                data().resolve("keycloak.log"),
                Part.Stage.GROUND,
                this::start));
    }

    private Path data() {
        return home.data("identity");
    }

    private Running start(Progress progress) {
        PortPlan ports = settings.ports();
        try {
            KeycloakServer server = KeycloakServer.start(
                    data(),
                    ports.of(Use.IDENTITY),
                    ports.of(Use.IDENTITY_MANAGEMENT),
                    settings.realms(),
                    variables(),
                    progress);
            return Running.of(server.process());
        } catch (IOException e) {
            throw new PartFailed("Keycloak could not be started: " + e.getMessage(), e);
        }
    }

    // what the realm's files name; passwords for tokens and plain HTTP are for this machine only
    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "AGORA_PASSWORD_POLICY",
                "length(4)",
                "AGORA_PUBLIC_URL",
                settings.publicUrl(),
                "AGORA_GATEWAY_INSIDE_URL",
                settings.insideUrl(),
                "AGORA_GATEWAY_CLIENT_SECRET",
                secrets.gatewayClient(),
                "AGORA_OPERATOR_SECRET",
                secrets.operatorClient(),
                "AGORA_DEMO_PASSWORD",
                DemoAccounts.PASSWORD,
                "AGORA_DIRECT_GRANTS",
                "true",
                "AGORA_IDENTITY_SSL_REQUIRED",
                "none",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.identityAdmin()));
        if (!settings.identityUrl().equals(settings.publicUrl())) {
            variables.put("AGORA_IDENTITY_URL", settings.identityUrl());
        }
        variables.put("AGORA_JOBS_CLIENT_SECRET", secrets.jobsClient());
        variables.put("AGORA_DIRECTORY_CLIENT_SECRET", secrets.directoryClient());
        variables.put("AGORA_SCIM_ENABLED", "true");
        variables.put("AGORA_SCIM_SECRET", secrets.scimClient());
        variables.put("AGORA_SCIM_ORGANIZATION", "insee");
        settings.environment().forEach((name, value) -> {
            if (name.startsWith("PROCONNECT_")) {
                variables.put(name, value);
            }
        });
        return variables;
    }

    /** Its inside address, without the path below which it serves. */
    String uri() {
        return settings.ports().uri(Use.IDENTITY);
    }

    /** Where the services fetch the keys that tokens are signed with. */
    String keys() {
        return uri() + "/auth/realms/agora/protocol/openid-connect/certs";
    }
}
