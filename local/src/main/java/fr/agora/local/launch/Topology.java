package fr.agora.local.launch;

import fr.agora.local.launch.PortPlan.Use;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The whole system on one page: which processes there are, where they listen, and what each is told of the others. */
final class Topology {

    private Topology() {}

    static List<Part> of(Settings settings, Home home, Secrets secrets, Training training) throws LaunchFailure {
        PortPlan ports = settings.ports();
        Store store = Store.chosen(settings, home);
        Broker broker = Broker.chosen(settings, home);
        Index index = new Index(ports, home);
        Identity identity = new Identity(settings, home, secrets);
        Mail mail = new Mail(settings, home);
        Services services = new Services(settings, home, training);

        Map<String, String> everyone = Map.of(
                "AGORA_PUBLIC_URL", settings.publicUrl(),
                "AGORA_IDENTITY_URL", settings.identityUrl(),
                "AGORA_IDENTITY_ISSUER", settings.identityUrl() + "/auth/realms/agora",
                "AGORA_IDENTITY_JWKS_URI", identity.keys(),
                "AGORA_STATE_BRAND", settings.variable("AGORA_STATE_BRAND").orElse("false"));

        // of all four alike: else moderators would be such in some of them only
        Map<String, String> secondFactor =
                Map.of("AGORA_STEP_UP", settings.variable("AGORA_STEP_UP").orElse("false"));

        Map<String, String> neighbours = Map.of(
                "AGORA_DIRECTORY_URI", ports.uris(Use.DIRECTORY, settings.instances()),
                "AGORA_PROJECTS_URI", ports.uris(Use.PROJECTS, settings.instances()),
                "AGORA_JOBS_URI", ports.uris(Use.JOBS, settings.instances()),
                "AGORA_SEARCH_URI", ports.uris(Use.SEARCH, settings.instances()),
                "AGORA_KEYCLOAK_URI", identity.uri(),
                "AGORA_GATEWAY_CLIENT_SECRET", secrets.gatewayClient());

        return Stream.of(
                        store.part().stream(),
                        broker.part().stream(),
                        index.part().stream(),
                        identity.part().stream(),
                        mail.part().stream(),
                        services.service(
                                "directory",
                                Use.DIRECTORY,
                                everyone,
                                secondFactor,
                                broker.settings(),
                                store.settings("agora_directory"),
                                mail.variables(),
                                Map.of(
                                        "AGORA_KEYCLOAK_URI",
                                        identity.uri(),
                                        "AGORA_DIRECTORY_CLIENT_SECRET",
                                        secrets.directoryClient())),
                        services.service(
                                "projects",
                                Use.PROJECTS,
                                everyone,
                                secondFactor,
                                broker.settings(),
                                store.settings("agora_projects")),
                        services.service(
                                "jobs",
                                Use.JOBS,
                                everyone,
                                secondFactor,
                                broker.settings(),
                                store.settings("agora_jobs"),
                                Map.of(
                                        "AGORA_KEYCLOAK_URI", identity.uri(),
                                        "AGORA_JOBS_CLIENT_SECRET", secrets.jobsClient())),
                        services.service(
                                "search",
                                Use.SEARCH,
                                everyone,
                                secondFactor,
                                broker.settings(),
                                store.settings("agora_search"),
                                index.settings()),
                        services.gateway(
                                ports.gateway(),
                                everyone,
                                neighbours,
                                // the public port tells whether the gateway is well, and no more
                                Map.of(
                                        "MANAGEMENT_SERVER_ADDRESS",
                                        "127.0.0.1",
                                        "MANAGEMENT_SERVER_PORT",
                                        Integer.toString(ports.of(Use.GATEWAY_FIGURES)),
                                        "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
                                        "health,prometheus"),
                                store.settings("agora_gateway")))
                .flatMap(parts -> parts)
                .toList();
    }
}
