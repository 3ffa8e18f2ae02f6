package fr.agora.platform.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What a service opens to anonymous visitors; everything it does not name needs a login. A service declares one bean of
 * this type.
 */
public final class PublicEndpoints {

    /** One opened method and path pattern. */
    public record Endpoint(HttpMethod method, String pattern) {

        RequestMatcher matcher() {
            return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
        }
    }

    private final List<Endpoint> endpoints;

    private PublicEndpoints(List<Endpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    public static PublicEndpoints none() {
        return new PublicEndpoints(List.of());
    }

    /** Opens reading (GET and HEAD) of the patterns. */
    public static PublicEndpoints reading(String... patterns) {
        return none().andReading(patterns);
    }

    public PublicEndpoints andReading(String... patterns) {
        List<Endpoint> all = new ArrayList<>(endpoints);
        for (String pattern : patterns) {
            all.add(new Endpoint(HttpMethod.GET, pattern));
            all.add(new Endpoint(HttpMethod.HEAD, pattern));
        }
        return new PublicEndpoints(all);
    }

    /** Opens one unsafe method of one pattern: a form anyone may send. */
    public PublicEndpoints and(HttpMethod method, String pattern) {
        List<Endpoint> all = new ArrayList<>(endpoints);
        all.add(new Endpoint(method, pattern));
        return new PublicEndpoints(all);
    }

    public List<Endpoint> endpoints() {
        return endpoints;
    }

    RequestMatcher[] matchers() {
        return endpoints.stream().map(Endpoint::matcher).toArray(RequestMatcher[]::new);
    }
}
