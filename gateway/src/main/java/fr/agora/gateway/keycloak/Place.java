package fr.agora.gateway.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Some of Keycloak's addresses, however a browser writes them: as the route table reads a path. */
final class Place {

    private final List<PathPattern> patterns;

    private Place(List<PathPattern> patterns) {
        this.patterns = patterns;
    }

    static Place of(String... patterns) {
        return new Place(Stream.of(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .toList());
    }

    boolean isAskedForBy(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/auth/")
                && patterns.stream().anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
    }
}
