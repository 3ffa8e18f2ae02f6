package fr.agora.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the neighbours are on the inside network, and how long we wait for them.
 *
 * @param directory base addresses of directory-service, one an instance, {@code AGORA_DIRECTORY_URI}
 * @param projects base addresses of projects-service, {@code AGORA_PROJECTS_URI}
 * @param jobs base addresses of jobs-service, {@code AGORA_JOBS_URI}
 * @param search base addresses of search-service, {@code AGORA_SEARCH_URI}
 * @param keycloak base address of Keycloak without {@code /auth}, {@code AGORA_KEYCLOAK_URI}
 * @param connectTimeout longest wait for a connection, or for a free one in the pool
 * @param readTimeout longest silence of a neighbour
 * @param patientReadTimeout longest silence during an import or a rebuild
 * @param connectionsPerNeighbour kept-alive connections to one instance, and so requests in flight there
 * @param breakerWindow last exchanges a circuit breaker judges by
 * @param breakerOpen how long a failing neighbour is left alone before it is tried again
 */
@ConfigurationProperties("agora.neighbours")
public record Neighbours(
        List<URI> directory,
        List<URI> projects,
        List<URI> jobs,
        List<URI> search,
        URI keycloak,
        Duration connectTimeout,
        Duration readTimeout,
        Duration patientReadTimeout,
        int connectionsPerNeighbour,
        int breakerWindow,
        Duration breakerOpen) {

    public Neighbours {
        for (List<URI> instances : List.of(directory, projects, jobs, search)) {
            if (instances.isEmpty()) {
                throw new IllegalArgumentException("A neighbour of the gateway has no address");
            }
        }
    }

    int instances() {
        return directory.size() + projects.size() + jobs.size() + search.size() + 1;
    }

    /** Its addresses, one an instance. */
    public List<URI> of(Neighbour neighbour) {
        return switch (neighbour) {
            case DIRECTORY -> directory;
            case PROJECTS -> projects;
            case JOBS -> jobs;
            case SEARCH -> search;
            case KEYCLOAK -> List.of(keycloak);
        };
    }
}
