package fr.agora.gateway.routing;

/** A process the gateway passes requests to. */
public enum Neighbour {
    DIRECTORY,
    PROJECTS,
    JOBS,
    SEARCH,
    KEYCLOAK;

    /** Keycloak has its own cookies, forms and content policy: nothing of ours is added to what passes. */
    boolean speaksForItself() {
        return this == KEYCLOAK;
    }
}
