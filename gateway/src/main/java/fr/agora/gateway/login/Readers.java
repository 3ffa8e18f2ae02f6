package fr.agora.gateway.login;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import fr.agora.gateway.session.Credentials;
import fr.agora.gateway.session.Visitor;
import fr.agora.platform.ui.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the gateway's own pages to the person logged in, by the token Keycloak handed us. */
@Configuration(proxyBeanMethods = false)
class Readers {

    @Bean
    Visitors visitors() {
        return Readers::reader;
    }

    private static Optional<fr.agora.platform.ui.Visitor> reader(HttpServletRequest request) {
        Visitor visitor = Visitor.of(request);
        Credentials credentials = visitor == null ? null : visitor.credentials();
        if (visitor == null || credentials == null) {
            return Optional.empty();
        }
        try {
            // unchecked on purpose: it only names the reader, and came straight from Keycloak
            JWTClaimsSet claims = JWTParser.parse(credentials.accessToken()).getJWTClaimsSet();
            String name = claims.getStringClaim("name");
            List<String> roles = claims.getStringListClaim("roles");
            return Optional.of(new fr.agora.platform.ui.Visitor(
                    visitor.subject(),
                    name == null ? "" : name,
                    claims.getStringClaim("organization"),
                    roles == null ? Set.of() : Set.copyOf(roles)));
        } catch (ParseException opaque) {
            return Optional.empty();
        }
    }
}
