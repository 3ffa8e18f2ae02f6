package fr.agora.gateway.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.agora.gateway.pages.Notice;
import fr.agora.gateway.pages.Notices;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets nobody into the pages of the account by a login of this morning: whatever they ask Keycloak for, it is a login
 * of the last minutes. ADR 0054.
 */
@Component
@Order(-107)
class AccountEntry extends HttpFilter {

    private static final Place LOGIN = Place.of(
            "/auth/realms/*/protocol/openid-connect/auth/**",
            "/auth/realms/*/protocol/openid-connect/registrations/**",
            "/auth/realms/*/protocol/openid-connect/forgot-credentials/**");

    private final transient Duration age;
    private final transient Notices notices;

    AccountEntry(AccountLogins logins, Notices notices) {
        this.age = logins.entry();
        this.notices = notices;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String query = request.getQueryString();
        if (query == null || !LOGIN.isAskedForBy(request)) {
            chain.doFilter(request, response);
            return;
        }
        List<Parameter> parameters;
        try {
            parameters = Parameter.allOf(query);
        } catch (IllegalArgumentException undecodable) {
            notices.write(Notice.MALFORMED_REQUEST, request, response);
            return;
        }
        if (parameters.stream().anyMatch(Parameter::hidesOthers)) {
            notices.write(Notice.MALFORMED_REQUEST, request, response);
        } else if (parameters.stream().anyMatch(Parameter::namesTheAccountPages)) {
            chain.doFilter(new Asked(request, aged(parameters)), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private String aged(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> !parameter.name().equals("max_age"))
                .map(Parameter::written)
                .collect(Collectors.joining("&", "", "&max_age=" + age.toSeconds()));
    }

    private record Parameter(String written, String name, String value) {

        // by « ; » too: some readers part parameters there, and to take one more for a parameter does no harm
        static List<Parameter> allOf(String query) {
            return Stream.of(query.split("[&;]"))
                    .filter(written -> !written.isEmpty())
                    .map(Parameter::read)
                    .toList();
        }

        private static Parameter read(String written) {
            int equals = written.indexOf('=');
            String name = equals < 0 ? written : written.substring(0, equals);
            String value = equals < 0 ? "" : written.substring(equals + 1);
            return new Parameter(written, URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
        }

        /** A request inside the request, which none of our programs makes. */
        boolean hidesOthers() {
            return name.equals("request") || name.equals("request_uri");
        }

        boolean namesTheAccountPages() {
            return name.equals("client_id") && value.strip().equalsIgnoreCase(AccountLogins.PAGES);
        }
    }

    private static final class Asked extends HttpServletRequestWrapper {

        private final String query;

        Asked(HttpServletRequest request, String query) {
            super(request);
            this.query = query;
        }

        @Override
        public String getQueryString() {
            return query;
        }
    }
}
