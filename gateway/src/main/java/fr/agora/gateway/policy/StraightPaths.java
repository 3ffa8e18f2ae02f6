package fr.agora.gateway.policy;

import fr.agora.gateway.pages.Notice;
import fr.agora.gateway.pages.Notices;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses paths that a neighbour could read as another path than the route table did. */
@Component
@Order(-190)
class StraightPaths extends HttpFilter {

    private static final List<String> HIDDEN = List.of("%2e", "%2f", "%5c", "%3b", "%00", "%0a", "%0d", "%25");

    /** The route table would read « /%61uth/ » as « /auth/ », and whoever looks at how a path begins would not. */
    private static final Pattern DISGUISED = Pattern.compile("/[^/]*%[2-7]");

    private final transient Notices notices;

    StraightPaths(Notices notices) {
        this.notices = notices;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isStraight(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            notices.write(Notice.MALFORMED_REQUEST, request, response);
        }
    }

    static boolean isStraight(String path) {
        if (!path.startsWith("/") || path.indexOf(';') >= 0 || path.indexOf('\\') >= 0 || path.contains("//")) {
            return false;
        }
        if (path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..")) {
            return false;
        }
        if (path.indexOf('%') < 0) {
            return true;
        }
        if (DISGUISED.matcher(path).lookingAt()) {
            return false;
        }
        String lowerCase = path.toLowerCase(Locale.ROOT);
        return HIDDEN.stream().noneMatch(lowerCase::contains);
    }
}
