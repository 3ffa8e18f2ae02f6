package fr.agora.gateway.login;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import fr.agora.platform.ui.PageRenderer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * {@code GET /connexion} by a link of another site: while Keycloak remembers the person, going on would open a session
 * they never asked for, so a page asks them. A mail read in a browser leads here too, and one click further on.
 */
@Configuration(proxyBeanMethods = false)
class LoginQuestion {

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|&)lang=");

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> loginQuestionRoute(PageRenderer pages) {
        return route().GET(
                        "/connexion",
                        request -> isFor(request.servletRequest()),
                        request -> ServerResponse.ok().build((asked, response) -> {
                            response.setHeader("Cache-Control", "no-store");
                            pages.render(asked, response, 200, "login/question", Map.of());
                            return null;
                        }))
                .build();
    }

    /** Whether the way here began elsewhere, or led to this very page in its other language. */
    static boolean isFor(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        boolean ownDeed = from == null || from.equals("none") || from.equals("same-origin");
        // the raw query: a parameter that cannot be decoded is for LoginStart to find
        String query = request.getQueryString();
        return !ownDeed || (query != null && LANGUAGE.matcher(query).find());
    }
}
