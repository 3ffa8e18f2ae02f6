package fr.agora.local.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about this run.
 *
 * @param checkout where the sources and the built jars are
 * @param home state of this run: data, logs, secrets ({@code AGORA_HOME}, default {@code .agora} in the checkout)
 * @param ports where everything listens ({@code AGORA_PORT}, {@code AGORA_PORT_BLOCK})
 * @param broker which broker runs ({@code AGORA_BROKER}: rabbitmq or embedded; default whichever is there)
 * @param store which document store runs ({@code AGORA_STORE}: mongod or embedded; default whichever is there)
 * @param startPatience how long one part may take to start ({@code AGORA_START_SECONDS}, default 180: a loaded machine
 *     has been seen to take two minutes)
 * @param demo whether the demo data is loaded on first start ({@code AGORA_DEMO}, default true)
 * @param instances how many processes each of the four services has ({@code AGORA_INSTANCES}, 1 or 2, default 1)
 * @param missingJarsAllowed for those who build the platform itself: services without a jar are left out
 *     ({@code AGORA_DEV_SKIP_MISSING}, default false)
 * @param environment the rest, for what the parts read themselves
 */
record Settings(
        Path checkout,
        Path home,
        PortPlan ports,
        BrokerChoice broker,
        StoreChoice store,
        Duration startPatience,
        boolean demo,
        int instances,
        boolean missingJarsAllowed,
        Map<String, String> environment) {

    /** Which broker to run. */
    enum BrokerChoice {
        WHICHEVER_IS_THERE,
        RABBITMQ,
        EMBEDDED
    }

    /** Which document store to run. */
    enum StoreChoice {
        WHICHEVER_IS_THERE,
        MONGOD,
        EMBEDDED
    }

    static Settings from(Map<String, String> environment, Path checkout) throws LaunchFailure {
        Environment env = new Environment(environment);
        return new Settings(
                checkout,
                checkout.resolve(env.text("AGORA_HOME", ".agora"))
                        .toAbsolutePath()
                        .normalize(),
                PortPlan.of(env.port("AGORA_PORT", 8080), env.blockStart("AGORA_PORT_BLOCK")),
                env.choice("AGORA_BROKER", BrokerChoice.class, BrokerChoice.WHICHEVER_IS_THERE),
                env.choice("AGORA_STORE", StoreChoice.class, StoreChoice.WHICHEVER_IS_THERE),
                Duration.ofSeconds(env.number("AGORA_START_SECONDS", 180, 1, 3600)),
                env.yes("AGORA_DEMO", true),
                env.number("AGORA_INSTANCES", 1, 1, 2),
                env.yes("AGORA_DEV_SKIP_MISSING", false),
                Map.copyOf(environment));
    }

    /** A variable of the environment, absent when empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** What the browser sees. */
    String publicUrl() {
        return "http://localhost:" + ports.gateway();
    }

    /** Where the browser sees Keycloak's pages: on the site, or on the host that {@code AGORA_IDENTITY_URL} names. */
    String identityUrl() {
        return variable("AGORA_IDENTITY_URL").orElse(publicUrl());
    }

    /** Where Keycloak reaches the gateway: by no name that the gateway takes for the login's. */
    String insideUrl() {
        return identityUrl().equals(publicUrl()) ? "http://127.0.0.1:" + ports.gateway() : publicUrl();
    }

    /** Where the realm is that Keycloak starts with: the folder compose uses too. */
    Path realms() {
        return checkout.resolve("infra").resolve("keycloak");
    }
}
