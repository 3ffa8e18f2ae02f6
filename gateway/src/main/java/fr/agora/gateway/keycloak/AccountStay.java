package fr.agora.gateway.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renews no token of the account's pages once their login is some minutes old: they then send their person to log in,
 * where {@link AccountEntry} has the password asked for.
 */
@Component
@Order(-106)
class AccountStay extends HttpFilter {

    private static final Place TOKENS = Place.of("/auth/realms/*/protocol/openid-connect/token/**");
    private static final byte[] REFUSED =
            "{\"error\":\"invalid_grant\",\"error_description\":\"The login is too old\"}".getBytes(UTF_8);

    private final transient Duration age;
    private final transient Clock clock;

    AccountStay(AccountLogins logins, Clock clock) {
        this.age = logins.stay();
        this.clock = clock;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!TOKENS.isAskedForBy(request)) {
            chain.doFilter(request, response);
            return;
        }
        WholeAnswer answer = WholeAnswer.to(request, response, chain);
        if (answer.isOk() && isStale(answer.body())) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            answer.goesOnAs(REFUSED);
        } else {
            answer.goesOn();
        }
    }

    private boolean isStale(byte[] answer) {
        try {
            String token =
                    JsonMapper.shared().readTree(answer).path("access_token").asString("");
            return AccessToken.read(token)
                    .filter(given -> given.program().equals(AccountLogins.PAGES))
                    .filter(given -> given.login().plus(age).isBefore(clock.instant()))
                    .isPresent();
        } catch (JacksonException unreadable) {
            return false;
        }
    }
}
