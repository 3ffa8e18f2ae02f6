package fr.agora.platform.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What of a request's address may be noted: the route it matched, and the identifiers in it.
 *
 * @param operation such as {@code POST /api/jobs/offers/{id}/close}
 */
record Route(String operation, List<String> subjects) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z0-9_]+)(?::[^/]*)?}");
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}0-9][\\p{L}0-9._~-]{0,99}");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    static boolean mayChange(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }

    /**
     * Once a handler was looked for; empty where there was none.
     *
     * @param secret names of variables whose value is an authority of its own
     */
    static Optional<Route> of(HttpServletRequest request, Set<String> secret) {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)) {
            return Optional.empty();
        }
        List<String> subjects = new ArrayList<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> {
                if (!secret.contains(String.valueOf(name))) {
                    identifier(String.valueOf(value)).ifPresent(subjects::add);
                }
            });
        }
        return Optional.of(
                new Route(request.getMethod() + " " + VARIABLE.matcher(pattern).replaceAll("{$1}"), subjects));
    }

    /** What was made is known by where the answer leads, unless the request was already there. */
    static List<String> subjects(AuditEntry begun, HttpServletRequest request, HttpServletResponse response) {
        int status = response.getStatus();
        String location = response.getHeader("Location");
        boolean leadsOn = status == 201
                || ((status == 302 || status == 303) && !begun.operation().contains("{"));
        if (!leadsOn || location == null) {
            return begun.subjects();
        }
        String made = lastSegment(location);
        if (identifier(made).isEmpty()
                || List.of(request.getRequestURI().split("/")).contains(made)) {
            return begun.subjects();
        }
        List<String> all = new ArrayList<>(begun.subjects());
        all.add(made);
        return all;
    }

    private static String lastSegment(String location) {
        String path = location.replaceAll("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** An address may hold anything a stranger typed: what does not look like an identifier is not kept. */
    private static Optional<String> identifier(@Nullable String value) {
        return value != null && IDENTIFIER.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }
}
